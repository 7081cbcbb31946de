package org.vectorscope.checkpoint.hub;

/** A model could not be fetched; one sentence for the person. */
public final class FetchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Kind {
        /** The switch that forbids the network is on. */
        OFFLINE,
        /** No answer, or none that can be used, now. */
        UNREACHABLE,
        NOT_FOUND,
        /** Its page asks for something to be accepted first. */
        GATED,
        /** The token is not accepted, or does not reach so far. */
        TOKEN,
        /** Too many requests. */
        BUSY,
        /** What came is not what was promised. */
        DAMAGED,
        NO_SPACE,
        /** Nothing in it can be run here. */
        UNUSABLE
    }

    private final Kind kind;

    FetchFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
