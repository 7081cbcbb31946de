package org.vectorscope.engine;

import org.jspecify.annotations.Nullable;

/** The engine could not do what it was asked, through no fault of the input; one sentence for the person. */
public class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineFailure(String message) {
        super(message);
    }

    public EngineFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
