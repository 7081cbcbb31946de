package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.List;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Table;
import org.vectorscope.checkpoint.template.Value.Text;

/** What a loop goes over. */
final class Iteration {
    private Iteration() {}

    static List<Value> items(Value value, Budget budget) {
        return switch (value) {
            case Sequence sequence -> sequence.items();
            case Table table ->
                budget.sequence(List.copyOf(table.entries().keySet())).items();
            case Text text -> characters(text.value(), budget);
            case Value.Missing missing -> List.of();
            default -> throw new TemplateFault(Kinds.of(value) + " cannot be gone through");
        };
    }

    private static List<Value> characters(String text, Budget budget) {
        List<Value> characters = new ArrayList<>();
        text.codePoints().forEach(c -> {
            budget.step();
            characters.add(new Text(Character.toString(c)));
        });
        return characters;
    }

    static boolean isIterable(Value value) {
        return value instanceof Sequence || value instanceof Table || value instanceof Text;
    }
}
