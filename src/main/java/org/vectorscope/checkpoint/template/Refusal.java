package org.vectorscope.checkpoint.template;

/** The template itself has called {@code raise_exception}: it does not take these messages. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
