package org.vectorscope.engine;

/** Which positions get the vector. Prompt and generated tokens are told apart by the prompt's length. */
public enum TokenRange {
    ALL,
    PROMPT,
    GENERATED,
    /** The last prompt token and everything after it (CAA's choice). */
    FROM_LAST
}
