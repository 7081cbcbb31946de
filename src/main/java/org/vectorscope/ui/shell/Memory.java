package org.vectorscope.ui.shell;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Memory of this process and of the machine, in bytes. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    /** Resident, native memory included, where the system tells; else the Java heap in use. */
    static Optional<Double> ofThisProcess() {
        if (!Files.isReadable(STATUS)) {
            return Optional.of((double)
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> 1024 * Double.parseDouble(line.replaceAll("\\D+", "")))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static double ofMachine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }
}
