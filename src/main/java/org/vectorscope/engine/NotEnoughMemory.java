package org.vectorscope.engine;

import org.jspecify.annotations.Nullable;

/** The device has no room for what was asked at once; less at a time may fit. */
public final class NotEnoughMemory extends EngineFailure {
    private static final long serialVersionUID = 1L;

    public NotEnoughMemory(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
