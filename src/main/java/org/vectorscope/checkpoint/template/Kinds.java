package org.vectorscope.checkpoint.template;

/** What a value is, for messages. */
final class Kinds {
    private Kinds() {}

    static String of(Value value) {
        return switch (value) {
            case Value.Text text -> "text";
            case Value.Whole whole -> "a whole number";
            case Value.Real real -> "a number";
            case Value.Truth truth -> "a boolean";
            case Value.None none -> "None";
            case Value.Missing missing -> "undefined";
            case Value.Sequence sequence -> "a list";
            case Value.Table table -> "a dictionary";
            case Value.Function function -> "a function";
            case Value.Namespace namespace -> "a namespace";
            case Value.Loop loop -> "the loop";
        };
    }
}
