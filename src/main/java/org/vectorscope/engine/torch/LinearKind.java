package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Random;
import org.vectorscope.engine.EngineFailure;

/** How linear layers are computed, both in float32. */
enum LinearKind {
    /** Weights reordered once by oneDNN. */
    PACKED("linear-packed"),
    /** Weights as they are: where libtorch was built without oneDNN. */
    PLAIN("linear-plain");

    private static final int IN = 48;
    private static final int OUT = 40;

    private final String program;

    LinearKind(String program) {
        this.program = program;
    }

    /** Name of the resource that a family's program is completed with. */
    String program() {
        return program;
    }

    /** The first kind that loads here and computes what the plain one does. */
    static LinearKind best(NDManager manager) {
        return works(manager, PACKED) ? PACKED : PLAIN;
    }

    private static boolean works(NDManager manager, LinearKind kind) {
        Random random = new Random(1);
        float[] w = new float[OUT * IN];
        float[] x = new float[3 * IN];
        for (float[] values : new float[][] {w, x}) {
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat() - 0.5f;
            }
        }
        try (NDManager scope = manager.newSubManager();
                Program program = new Program(scope, "Model", "linear", kind.program)) {
            NDArray packed = program.call(scope, "pack", Tensors.floats(scope, w, OUT, IN));
            NDArray y = program.call(scope, "linear", Tensors.floats(scope, x, 3, IN), packed, program.absent());
            return Arrays.stream(Tensors.rows(y)).mapToInt(row -> row.length).sum() == 3 * OUT
                    && Math.abs(Tensors.rows(y)[2][7] - dot(x, 2 * IN, w, 7 * IN)) < 1e-4;
        } catch (EngineFailure e) {
            return false;
        }
    }

    private static double dot(float[] a, int fromA, float[] b, int fromB) {
        double sum = 0;
        for (int i = 0; i < IN; i++) {
            sum += (double) a[fromA + i] * b[fromB + i];
        }
        return sum;
    }
}
