package org.vectorscope.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * A result with where it came from.
 *
 * @param run its running number in the store; 0 where it could not be kept, below zero where it is in memory only
 * @param cached whether it was there already
 * @param took the time it took to compute, then or now
 * @param when it was computed
 * @param recipe all that decided it
 */
public record Outcome<T>(T value, long run, boolean cached, Duration took, Instant when, JsonNode recipe) {}
