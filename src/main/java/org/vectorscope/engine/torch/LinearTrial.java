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
    private static final int REPEATS = 5;

    /** Of the matrix that two precisions are timed with, {@code [SIDE, SIDE]}: 16 MB in float32, more than caches keep. */
    private static final int SIDE = 2048;

    /** Of 4-bit weights, whose steps are a fifteenth of the range, the most; rounding explains it. */
    private static final double FARTHEST = 0.08;

    private final NDManager manager;
    private final int in;
    private final int out;
    private final int rows;
    private final float[] w;
    private final float[] x;

    LinearTrial(NDManager manager) {
        this(manager, 512, 1024, 8);
    }

    private LinearTrial(NDManager manager, int in, int out, int rows) {
        this.manager = manager;
        this.in = in;
        this.out = out;
        this.rows = rows;
        Random random = new Random(1);
        this.w = numbers(random, out * in);
        this.x = numbers(random, rows * in);
    }

    /**
     * How many times as fast 16-bit weights multiply one row as float32 ones do, which is what a token at a time waits
     * for; 0 where they are not there.
     */
    double halfSpeed() {
        LinearTrial one = new LinearTrial(manager, SIDE, SIDE, 1);
        try {
            return one.seconds(best(Precision.F32)) / one.seconds(best(Precision.F16W));
        } catch (EngineFailure e) {
            return 0;
        }
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
                IValue packed = program.prepare("pack", Tensors.floats(scope, w, out, in), program.absent())) {
            NDArray y = program.call(scope, "linear", Tensors.floats(scope, x, rows, in), packed);
            float[][] found = Tensors.rows(program.call(scope, "cast", y, Numbers.FLOAT32.code()));
            return Math.abs(found[2][7] - dot(2, 7)) < FARTHEST;
        } catch (EngineFailure e) {
            return false;
        }
    }

    /** One row and a few rows, as in decoding; the least of some repeats. */
    private double seconds(LinearKind kind) {
        try (NDManager scope = manager.newSubManager();
                Program program = Network.program(scope, "llama", kind);
                IValue packed = program.prepare("pack", Tensors.floats(scope, w, out, in), program.absent())) {
            NDArray few = Tensors.floats(scope, x, rows, in);
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
        for (int i = 0; i < in; i++) {
            sum += (double) x[row * in + i] * w[column * in + i];
        }
        return sum;
    }
}
