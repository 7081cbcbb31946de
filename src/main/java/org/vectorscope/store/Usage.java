package org.vectorscope.store;

import java.util.Map;

/**
 * What the store takes up.
 *
 * @param bytes by kind, only kinds there are
 * @param runs by kind
 * @param limit bytes allowed
 * @param freeOnDisk bytes, or 0 where it is not known
 */
public record Usage(Map<Kind, Long> bytes, Map<Kind, Long> runs, long limit, long freeOnDisk) {
    public long bytesOf(Kind kind) {
        return bytes.getOrDefault(kind, 0L);
    }

    public long totalBytes() {
        return sum(bytes);
    }

    public long totalRuns() {
        return sum(runs);
    }

    private static long sum(Map<Kind, Long> values) {
        return values.values().stream().mapToLong(Long::longValue).sum();
    }
}
