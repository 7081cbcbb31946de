package org.vectorscope.lab;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Memory of this machine, in bytes.
 *
 * @param available what programs could still be given, file caches included
 */
public record MachineMemory(long total, long available) {
    private static final Path LINUX = Path.of("/proc/meminfo");

    public static MachineMemory now() {
        if (!(ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system)) {
            long heap = Runtime.getRuntime().maxMemory();
            return new MachineMemory(heap, heap);
        }
        long total = system.getTotalMemorySize();
        return new MachineMemory(total, Math.min(total, onLinux().orElse(system.getFreeMemorySize())));
    }

    /** The bean counts file caches as used; Linux itself says what it would give back. */
    private static OptionalLong onLinux() {
        if (!Files.isReadable(LINUX)) {
            return OptionalLong.empty();
        }
        try (var lines = Files.lines(LINUX)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** What may be asked for at most: elsewhere than on Linux nobody says what file caches would give back. */
    long obtainable() {
        return onLinux().isPresent() ? available : total / 5 * 4;
    }

    public long used() {
        return total - available;
    }
}
