package org.vectorscope.job;

/** The person who asked for this work has called it off. Not a failure. */
public final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Cancelled() {
        super("cancelled");
    }
}
