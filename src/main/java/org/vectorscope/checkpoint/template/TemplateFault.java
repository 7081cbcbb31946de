package org.vectorscope.checkpoint.template;

/** The template is wrong or refuses; told to callers as {@link org.vectorscope.file.BadInput}. */
final class TemplateFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Of the template, from 1; 0 where it is the line being run. */
    private final int line;

    TemplateFault(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    TemplateFault(String message) {
        this(0, message);
    }

    int line() {
        return line;
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
