package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Table;
import org.vectorscope.checkpoint.template.Value.Text;

/** The filter {@code tojson} as transformers defines it: Python's {@code json.dumps} with {@code ensure_ascii=False}. */
final class JsonText {
    private final Budget budget;
    private final int indent;
    private final String itemSeparator;
    private final String keySeparator;
    private final boolean ascii;
    private final boolean sorted;
    private final StringBuilder out = new StringBuilder();

    private JsonText(Budget budget, Arguments arguments) {
        this.budget = budget;
        boolean indented = !(arguments.get(1, "indent", Value.NONE) instanceof Value.None);
        this.indent = indented ? (int) Math.clamp(arguments.whole(1, "indent", 0), 0, 16) : -1;
        Value separators = arguments.get(2, "separators", Value.NONE);
        boolean own = separators instanceof Sequence pair && pair.items().size() == 2;
        List<Value> pair = own ? ((Sequence) separators).items() : List.of();
        this.itemSeparator = own ? PythonText.of(pair.get(0), budget) : indented ? "," : ", ";
        this.keySeparator = own ? PythonText.of(pair.get(1), budget) : ": ";
        this.ascii = arguments.truth(0, "ensure_ascii");
        this.sorted = arguments.truth(3, "sort_keys");
    }

    static String of(Value value, Arguments arguments, Budget budget) {
        JsonText json = new JsonText(budget, arguments);
        json.write(value, 1);
        return json.out.toString();
    }

    private void write(Value value, int level) {
        budget.enter();
        switch (value) {
            case Text text -> quoted(text.value());
            case Value.Whole whole -> out.append(whole.value());
            case Value.Real real -> out.append(number(real.value()));
            case Value.Truth truth -> out.append(truth.value());
            case Value.None none -> out.append("null");
            case Sequence sequence -> sequence(sequence.items(), level);
            case Table table -> table(table, level);
            default -> throw new TemplateFault("tojson cannot write " + Kinds.of(value));
        }
        budget.leave();
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        return Double.isInfinite(value) ? (value > 0 ? "Infinity" : "-Infinity") : PythonText.real(value);
    }

    private void sequence(List<Value> items, int level) {
        out.append('[');
        for (Iterator<Value> rest = items.iterator(); rest.hasNext(); ) {
            newLine(level);
            write(rest.next(), level + 1);
            out.append(rest.hasNext() ? itemSeparator : "");
        }
        newLine(items.isEmpty() ? -1 : level - 1);
        out.append(']');
    }

    private void table(Table table, int level) {
        List<Map.Entry<Value, Value>> entries = new ArrayList<>(table.entries().entrySet());
        if (sorted) {
            entries.sort(Comparator.comparing(entry -> key(entry.getKey())));
        }
        out.append('{');
        for (Iterator<Map.Entry<Value, Value>> rest = entries.iterator(); rest.hasNext(); ) {
            Map.Entry<Value, Value> entry = rest.next();
            newLine(level);
            quoted(key(entry.getKey()));
            out.append(keySeparator);
            write(entry.getValue(), level + 1);
            out.append(rest.hasNext() ? itemSeparator : "");
        }
        newLine(entries.isEmpty() ? -1 : level - 1);
        out.append('}');
    }

    private String key(Value key) {
        return switch (key) {
            case Value.None none -> "null";
            case Value.Truth truth -> String.valueOf(truth.value());
            default -> PythonText.of(key, budget);
        };
    }

    private void newLine(int level) {
        if (indent >= 0 && level >= 0) {
            budget.make((long) level * indent);
            out.append('\n').append(" ".repeat(level * indent));
        }
    }

    private void quoted(String text) {
        budget.make(text.length());
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default ->
                    out.append(c < 0x20 || (ascii && c > 0x7e) ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }
}
