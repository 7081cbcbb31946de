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
        turns.loads().forEach((name, load) -> {
            double least = load.leastSeconds(machine.copyBytesPerSecond(), machine.matmulFlopsPerSecond());
            double share = least / turns.seconds(name);
            jobs.put(
                    name,
                    new Limit(
                            load.bytes(),
                            rounded(load.passes(), 3),
                            load.flops(),
                            rounded(least, 4),
                            rounded(share, 3)));
        });
        return new Limits(machine, jobs);
    }

    private static double rounded(double value, int digits) {
        double unit = Math.pow(10, digits);
        return Math.round(value * unit) / unit;
    }
}
