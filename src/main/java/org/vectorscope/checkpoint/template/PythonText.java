package org.vectorscope.checkpoint.template;

import java.math.BigDecimal;
import java.util.Map;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Table;
import org.vectorscope.checkpoint.template.Value.Text;

/** Values as Python prints them, and Python's notion of white space. */
final class PythonText {
    private PythonText() {}

    /** {@code str.isspace} of one character. */
    static boolean isSpace(int c) {
        return (c >= 0x09 && c <= 0x0d)
                || (c >= 0x1c && c <= 0x20)
                || c == 0x85
                || c == 0xa0
                || (c > 0xff && Character.isSpaceChar(c));
    }

    static String stripLeft(String text) {
        int from = 0;
        while (from < text.length() && isSpace(text.charAt(from))) {
            from++;
        }
        return text.substring(from);
    }

    static String stripRight(String text) {
        int to = text.length();
        while (to > 0 && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(0, to);
    }

    static String strip(String text) {
        return stripLeft(stripRight(text));
    }

    /** {@code str(value)}. */
    static String of(Value value, Budget budget) {
        return value instanceof Text text ? text.value() : repr(value, budget);
    }

    /** {@code repr(value)}. */
    static String repr(Value value, Budget budget) {
        StringBuilder out = new StringBuilder();
        repr(value, budget, out);
        return out.toString();
    }

    private static void repr(Value value, Budget budget, StringBuilder out) {
        budget.enter();
        switch (value) {
            case Text text -> quoted(text.value(), budget, out);
            case Value.Whole whole -> out.append(whole.value());
            case Value.Real real -> out.append(real(real.value()));
            case Value.Truth truth -> out.append(truth.value() ? "True" : "False");
            case Value.None none -> out.append("None");
            case Value.Missing missing -> {}
            case Sequence sequence -> sequence(sequence, budget, out);
            case Table table -> table(table, budget, out);
            case Value.Function function ->
                out.append("<function ").append(function.name()).append('>');
            case Value.Namespace namespace -> out.append("<Namespace>");
            case Value.Loop loop -> out.append("<LoopContext>");
        }
        budget.leave();
    }

    private static void sequence(Sequence sequence, Budget budget, StringBuilder out) {
        String comma = "";
        out.append('[');
        for (Value item : sequence.items()) {
            out.append(comma);
            repr(item, budget, out);
            comma = ", ";
        }
        out.append(']');
    }

    private static void table(Table table, Budget budget, StringBuilder out) {
        String comma = "";
        out.append('{');
        for (Map.Entry<Value, Value> entry : table.entries().entrySet()) {
            out.append(comma);
            repr(entry.getKey(), budget, out);
            out.append(": ");
            repr(entry.getValue(), budget, out);
            comma = ", ";
        }
        out.append('}');
    }

    private static void quoted(String text, Budget budget, StringBuilder out) {
        budget.make(text.length());
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(c);
                    } else if (c < 0x20 || c == 0x7f) {
                        out.append(String.format("\\x%02x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append(quote);
    }

    /** {@code repr(float)}: shortest digits; an exponent below 1e-4 and from 1e16 on. */
    static String real(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        if (value == 0 || (size >= 1e-4 && size < 1e16)) {
            String plain = new BigDecimal(Double.toString(value)).toPlainString();
            String signed = value == 0 && 1 / value < 0 && !plain.startsWith("-") ? "-" + plain : plain;
            return signed.contains(".") ? signed : signed + ".0";
        }
        String[] parts = Double.toString(value).split("E", 2);
        String digits = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        int exponent = Integer.parseInt(parts[1]);
        return digits + "e" + (exponent < 0 ? "-" : "+") + String.format("%02d", Math.abs(exponent));
    }
}
