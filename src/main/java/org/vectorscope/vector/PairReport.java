package org.vectorscope.vector;

/**
 * One pair at one layer.
 *
 * @param pair index, from 0
 * @param norm ‖Δ‖ of its difference
 * @param cosine of its difference with the mean of the others'; NaN where there is none
 */
public record PairReport(int pair, double norm, double cosine) {}
