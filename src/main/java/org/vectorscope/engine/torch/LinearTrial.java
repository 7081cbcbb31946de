package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.vectorscope.engine.EngineFailure;
import org.vectorscope.engine.Precision;

/**
 * Which kinds of linear layers this processor and this libtorch can do, found by doing them: what a flag promises may
 * be refused or wrong, and the fastest differs from machine to machine.
 */
final class LinearTrial {
    private static final int IN = 512;
    private static final int OUT = 1024;
    private static final int ROWS = 8;
    private static final int REPEATS = 7;

    /** Of the matrix that two precisions are timed with, {@code [SIDE, SIDE]}: 16 MB in float32, more than caches keep. */
    private static final int SIDE = 2048;

    /** Of 4-bit weights, whose steps are a fifteenth of the range, the most; rounding explains it. */
    private static final double FARTHEST = 0.08;

    private final NDManager manager;
    private final float[] w;
    private final float[] x;

    LinearTrial(NDManager manager) {
        this.manager = manager;
        Random random = new Random(1);
        this.w = numbers(random, OUT * IN);
        this.x = numbers(random, ROWS * IN);
    }

    /**
     * How many times as fast 16-bit weights multiply eight rows as float32 ones do: a comparison of eight arms is what
     * people wait for most. 0 where they cannot.
     */
    double halfSpeed() {
        try (NDManager scope = manager.newSubManager()) {
            // what the numbers are is nothing to the time
            NDArray matrix = Tensors.zeros(scope, SIDE, SIDE);
            NDArray few = Tensors.zeros(scope, ROWS, SIDE);
            double[] least = seconds(List.of(best(Precision.F32), best(Precision.F16W)), matrix, few);
            return least[0] / least[1];
        } catch (EngineFailure e) {
            return 0;
        }
    }

    /** @throws EngineFailure if nothing here computes in this precision */
    LinearKind best(Precision precision) {
        Stream<LinearKind> able =
                LinearKind.of(precision, manager.getDevice().isGpu()).stream().filter(this::works);
        // only bfloat16 is served by kinds that are far apart; of the others the first is never much slower
        Optional<LinearKind> best =
                precision == Precision.BF16 ? able.min(Comparator.comparingDouble(this::seconds)) : able.findFirst();
        return best.orElseThrow(
                () -> new EngineFailure(precision.title() + " cannot be computed with on this device; try f32"));
    }

    private boolean works(LinearKind kind) {
        try (NDManager scope = manager.newSubManager();
                Program program = Network.program(scope, "llama", kind);
                IValue packed = program.prepare("pack", Tensors.floats(scope, w, OUT, IN), program.absent())) {
            NDArray y = program.call(scope, "linear", Tensors.floats(scope, x, ROWS, IN), packed);
            float[][] found = Tensors.rows(program.call(scope, "cast", y, Numbers.FLOAT32.code()));
            return Math.abs(found[2][7] - dot(2, 7)) < FARTHEST;
        } catch (EngineFailure e) {
            return false;
        }
    }

    private double seconds(LinearKind kind) {
        try (NDManager scope = manager.newSubManager()) {
            return seconds(List.of(kind), Tensors.floats(scope, w, OUT, IN), Tensors.floats(scope, x, ROWS, IN))[0];
        }
    }

    /** Of each kind the least of some repeats; in turn, so that what else the machine does hits all. */
    private double[] seconds(List<LinearKind> kinds, NDArray matrix, NDArray few) {
        double[] least = new double[kinds.size()];
        Arrays.fill(least, Double.MAX_VALUE);
        try (NDManager scope = manager.newSubManager()) {
            List<Prepared> all = new ArrayList<>();
            try {
                kinds.forEach(kind -> all.add(Prepared.of(scope, kind, matrix)));
                for (int i = 0; i <= REPEATS * all.size(); i++) {
                    for (int k = 0; k < least.length; k++) {
                        long start = System.nanoTime();
                        all.get(k)
                                .program()
                                .call(scope, "linear", few, all.get(k).weight())
                                .close();
                        least[k] = i == 0 ? least[k] : Math.min(least[k], (System.nanoTime() - start) / 1e9);
                    }
                }
            } finally {
                all.forEach(Prepared::close);
            }
        }
        return least;
    }

    /** A matrix in the order of a kind, and the program that multiplies by it. */
    private record Prepared(Program program, IValue weight) implements AutoCloseable {
        static Prepared of(NDManager manager, LinearKind kind, NDArray matrix) {
            Program program = Network.program(manager, "llama", kind);
            try {
                return new Prepared(program, program.prepare("pack", matrix, program.absent()));
            } catch (EngineFailure e) {
                program.close();
                throw e;
            }
        }

        @Override
        public void close() {
            weight.close();
            program.close();
        }
    }

    private static float[] numbers(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (random.nextFloat() - 0.5f) / 4;
        }
        return values;
    }

    private double dot(int row, int column) {
        double sum = 0;
        for (int i = 0; i < IN; i++) {
            sum += (double) x[row * IN + i] * w[column * IN + i];
        }
        return sum;
    }
}
