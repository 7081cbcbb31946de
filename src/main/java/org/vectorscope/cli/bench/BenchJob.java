package org.vectorscope.cli.bench;

import java.util.function.Supplier;

/**
 * One fixed workload.
 *
 * @param work what is timed
 * @param peerRepeats how often the peer does it: three times what is quick, once what is slow
 * @param load what it must read and compute at least; asked for after it ran
 */
public record BenchJob(String name, Runnable work, int peerRepeats, Supplier<Load> load) {}
