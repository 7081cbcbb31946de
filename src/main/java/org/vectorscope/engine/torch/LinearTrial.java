package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
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
    private static final int REPEATS = 5;

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

    /** @throws EngineFailure if nothing here computes in this precision */
    LinearKind best(Precision precision) {
        List<LinearKind> able = LinearKind.of(precision, manager.getDevice().isGpu()).stream()
                .filter(this::works)
                .toList();
        if (able.isEmpty()) {
            throw new EngineFailure(precision.title() + " cannot be computed with on this device; try f32");
        }
        // only bfloat16 is served by kinds that are far apart; of the others the first is never much slower
        return able.size() == 1 || precision != Precision.BF16
                ? able.getFirst()
                : able.stream().min(Comparator.comparingDouble(this::seconds)).orElseThrow();
    }

    private boolean works(LinearKind kind) {
        try (NDManager scope = manager.newSubManager();
                Program program = Network.program(scope, "llama", kind);
                IValue packed = program.prepare("pack", Tensors.floats(scope, w, OUT, IN), program.absent())) {
            NDArray y = program.call(scope, "linear", Tensors.floats(scope, x, ROWS, IN), packed);
            float[][] rows = Tensors.rows(program.call(scope, "cast", y, Numbers.FLOAT32.code()));
            return Math.abs(rows[2][7] - dot(2, 7)) < FARTHEST;
        } catch (EngineFailure e) {
            return false;
        }
    }

    /** One row and a few rows, as in decoding; the least of some repeats. */
    private double seconds(LinearKind kind) {
        try (NDManager scope = manager.newSubManager();
                Program program = Network.program(scope, "llama", kind);
                IValue packed = program.prepare("pack", Tensors.floats(scope, w, OUT, IN), program.absent())) {
            NDArray few = Tensors.floats(scope, x, ROWS, IN);
            long least = Long.MAX_VALUE;
            for (int i = 0; i <= REPEATS; i++) {
                long start = System.nanoTime();
                program.call(scope, "linear", few, packed).close();
                least = i == 0 ? least : Math.min(least, System.nanoTime() - start);
            }
            return least / 1e9;
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
