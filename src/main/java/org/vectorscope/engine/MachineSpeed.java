package org.vectorscope.engine;

/**
 * What this machine does at its best, measured now with the engine's threads.
 *
 * @param copyBytesPerSecond bytes read and bytes written together, copying 256 MB
 * @param matmulFlopsPerSecond float32, two matrices of 2048 × 2048, a multiply-add counted as two
 */
public record MachineSpeed(double copyBytesPerSecond, double matmulFlopsPerSecond) {}
