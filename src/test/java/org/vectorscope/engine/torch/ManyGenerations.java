package org.vectorscope.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vectorscope.engine.GenerationListener;
import org.vectorscope.engine.GenerationRequest;
import org.vectorscope.engine.Sampling;
import org.vectorscope.job.Monitor;

/**
 * Generations in a process of their own, whose Java heap has one size and is resident from the start: there, what grows
 * is native. In a process that ran other tests before, the heap grows by whatever those left to be collected.
 */
final class ManyGenerations {
    private static final int MAPPED = 4;
    private static final int IN_USE = 7;
    private static final int READINGS = 40;

    /**
     * What a round of generations left, in kilobytes.
     *
     * @param resident of the process
     * @param allocated by malloc and not freed
     */
    record Growth(long resident, long allocated) {}

    private ManyGenerations() {}

    static void run(TorchModel model, int generations) {
        GenerationRequest request = new GenerationRequest(
                GenerationTest.prompts(),
                GenerationTest.rows().subList(3, 7),
                new Sampling(1, 0.9, 3, 0, false),
                Optional.empty(),
                true);
        for (int i = 0; i < generations; i++) {
            model.generate(request, GenerationListener.NONE, Monitor.NONE);
        }
    }

    /** One growth per round, after a round to warm up. */
    static List<Growth> inAnotherProcess(int rounds, int generations) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms96m",
                        "-Xmx96m",
                        "-XX:+AlwaysPreTouch",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyGenerations.class.getName(),
                        Integer.toString(rounds),
                        Integer.toString(generations))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        return said.lines()
                .filter(line -> line.startsWith("grown "))
                .map(line -> line.split(" "))
                .map(words -> new Growth(Long.parseLong(words[1]), Long.parseLong(words[2])))
                .toList();
    }

    public static void main(String[] arguments) throws Throwable {
        int rounds = Integer.parseInt(arguments[0]);
        int generations = Integer.parseInt(arguments[1]);
        try (TorchRuntime runtime = TorchRuntime.start();
                TorchModel model = (TorchModel)
                        new TorchModels(runtime).load(new RandomCheckpoint(RandomCheckpoint.PLAIN, 8), Monitor.NONE)) {
            Growth before = new Growth(0, 0);
            for (int round = 0; round <= rounds; round++) {
                run(model, generations);
                Growth now = measured();
                if (round > 0) {
                    System.out.println("grown " + (now.resident() - before.resident()) + " "
                            + (now.allocated() - before.allocated()));
                }
                before = now;
            }
        }
    }

    /**
     * The least of several readings after a collection: direct buffers are freed by the collector alone, and a compiler
     * at work holds megabytes for seconds.
     */
    private static Growth measured() throws Throwable {
        System.gc();
        long resident = Long.MAX_VALUE;
        long allocated = Long.MAX_VALUE;
        for (int reading = 0; reading < READINGS; reading++) {
            Thread.sleep(200);
            FreedMemory.giveBack();
            resident = Math.min(resident, resident());
            allocated = Math.min(allocated, allocated() / 1024);
        }
        return new Growth(resident, allocated);
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Bytes in use according to glibc's {@code mallinfo2}. */
    private static long allocated() throws Throwable {
        Linker linker = Linker.nativeLinker();
        List<MemoryLayout> fields = Collections.nCopies(10, ValueLayout.JAVA_LONG);
        MethodHandle mallinfo = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("mallinfo2"),
                FunctionDescriptor.of(MemoryLayout.structLayout(fields.toArray(MemoryLayout[]::new))));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = (MemorySegment) mallinfo.invoke((SegmentAllocator) arena);
            return info.getAtIndex(ValueLayout.JAVA_LONG, MAPPED) + info.getAtIndex(ValueLayout.JAVA_LONG, IN_USE);
        }
    }
}
