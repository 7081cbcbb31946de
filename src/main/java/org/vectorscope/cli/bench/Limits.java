package org.vectorscope.cli.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vectorscope.engine.MachineSpeed;

/**
 * How far each job is from what this machine could do.
 *
 * @param machine measured in the same run
 * @param jobs by name
 */
public record Limits(MachineSpeed machine, Map<String, Limit> jobs) {
    /**
     * @param weightBytes see {@link Load#bytes}
     * @param passes see {@link Load#passes}
     * @param flops see {@link Load#flops}
     * @param leastSeconds the longer of reading and computing at the machine's speeds; 16-bit arithmetic may be faster
     *     than that of float32 this goes by
     * @param share least seconds / seconds: 1 is the limit
     */
    public record Limit(double weightBytes, double passes, double flops, double leastSeconds, double share) {}

    public static Limits of(MachineSpeed machine, Turns turns) {
        Map<String, Limit> jobs = new LinkedHashMap<>();
        turns.loads().forEach((name, load) -> jobs.put(name, of(machine, load, turns.seconds(name))));
        return new Limits(machine, jobs);
    }

    /** Of one job that took so long. */
    public static Limit of(MachineSpeed machine, Load load, double seconds) {
        double least = load.leastSeconds(machine.copyBytesPerSecond(), machine.matmulFlopsPerSecond());
        return new Limit(
                load.bytes(), rounded(load.passes(), 3), load.flops(), rounded(least, 4), rounded(least / seconds, 3));
    }

    private static double rounded(double value, int digits) {
        double unit = Math.pow(10, digits);
        return Math.round(value * unit) / unit;
    }
}
