package org.vectorscope.engine;

/** The engine could not do what it was asked, through no fault of the input; one sentence for the person. */
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineFailure(String message) {
        super(message);
    }

    public EngineFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
