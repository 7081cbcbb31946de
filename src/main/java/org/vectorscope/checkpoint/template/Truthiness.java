package org.vectorscope.checkpoint.template;

/** Python's truth of a value: empty and zero are false. */
final class Truthiness {
    private Truthiness() {}

    static boolean of(Value value) {
        return switch (value) {
            case Value.Text text -> !text.value().isEmpty();
            case Value.Whole whole -> whole.value() != 0;
            case Value.Real real -> real.value() != 0;
            case Value.Truth truth -> truth.value();
            case Value.None none -> false;
            case Value.Missing missing -> false;
            case Value.Sequence sequence -> !sequence.items().isEmpty();
            case Value.Table table -> !table.entries().isEmpty();
            case Value.Function function -> true;
            case Value.Namespace namespace -> true;
            case Value.Loop loop -> true;
        };
    }
}
