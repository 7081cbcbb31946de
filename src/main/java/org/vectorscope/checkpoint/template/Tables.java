package org.vectorscope.checkpoint.template;

/** What may be a key of a table. */
final class Tables {
    private Tables() {}

    /** @return {@code key} itself; only values without parts can be keys, so that looking one up costs one step */
    static Value key(Value key) {
        return switch (key) {
            case Value.Text text -> text;
            case Value.Whole whole -> whole;
            case Value.Real real -> real;
            case Value.Truth truth -> truth;
            case Value.None none -> none;
            default -> throw new TemplateFault(Kinds.of(key) + " cannot be a key");
        };
    }
}
