package org.vectorscope.engine;

import java.util.Locale;

/** Which positions get the vector. Prompt and generated tokens are told apart by the prompt's length. */
public enum TokenRange {
    ALL,
    PROMPT,
    GENERATED,
    /** The last prompt token and everything after it (CAA's choice). */
    FROM_LAST;

    /** As the command line writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
