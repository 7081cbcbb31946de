package org.vectorscope.checkpoint.hub;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a model came to be in the list. */
public enum ModelSource {
    STARTER("Starter"),
    FETCHED("Fetched"),
    HUGGING_FACE_CACHE("Hugging Face cache"),
    ADDED("Added folders");

    private final String words;

    ModelSource(String words) {
        this.words = words;
    }

    /** For people. */
    @JsonValue
    public String words() {
        return words;
    }
}
