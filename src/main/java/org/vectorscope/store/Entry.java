package org.vectorscope.store;

import com.fasterxml.jackson.databind.JsonNode;

/** A run with its result; its arrays are read one by one with {@link Store#floats}. */
public record Entry(Run run, JsonNode result) {}
