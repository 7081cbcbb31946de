package org.vectorscope.engine;

/**
 * How the next token is drawn. The random number of a draw depends on (seed, sample, step) alone, so that all arms
 * of a prompt see the same ones whatever runs beside them.
 *
 * @param temperature 0 is greedy
 * @param topP 1 keeps the whole distribution
 * @param maxTokens most tokens to generate
 * @param ignoreEos go on to {@code maxTokens} whatever is drawn
 */
public record Sampling(double temperature, double topP, int maxTokens, long seed, boolean ignoreEos) {}
