package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.Random;
import org.vectorscope.engine.EngineFailure;

/** How linear layers are computed. Each is a text of its own: one unknown operation refuses a whole program. */
enum LinearKind {
    /** float32, weights reordered once by oneDNN. */
    PACKED("linear-packed", LinearKind.MATRIX, Numbers.FLOAT32, true),
    /** float32, weights as they are: where libtorch was built without oneDNN. */
    PLAIN("linear-plain", LinearKind.MATRIX, Numbers.FLOAT32, false);

    private static final String MATRIX = "Tuple[Tensor, Optional[Tensor]]";
    private static final int IN = 64;
    private static final int OUT = 32;

    private final String text;
    private final String weight;
    private final Numbers activations;
    private final boolean copies;

    LinearKind(String text, String weight, Numbers activations, boolean copies) {
        this.text = text;
        this.weight = weight;
        this.activations = activations;
        this.copies = copies;
    }

    /** Name of the resource that a family's program is completed with. */
    String text() {
        return text;
    }

    /** The type of a prepared weight, bias included. */
    String weight() {
        return weight;
    }

    Numbers activations() {
        return activations;
    }

    /** Whether a prepared weight is a copy, so that what it was made from can go. */
    boolean copies() {
        return copies;
    }

    /** The first kind that loads here and computes what the plain one does. */
    static LinearKind best(NDManager manager) {
        return PACKED.works(manager) ? PACKED : PLAIN;
    }

    private boolean works(NDManager manager) {
        Random random = new Random(1);
        float[] w = numbers(random, OUT * IN);
        float[] x = numbers(random, 3 * IN);
        try (NDManager scope = manager.newSubManager();
                Program program = Network.program(scope, "llama", this);
                IValue packed = program.prepare("pack", Tensors.floats(scope, w, OUT, IN), program.absent())) {
            NDArray y = program.call(scope, "linear", Tensors.floats(scope, x, 3, IN), packed);
            return Math.abs(Tensors.rows(y)[2][7] - dot(x, 2 * IN, w, 7 * IN)) < 1e-4;
        } catch (EngineFailure e) {
            return false;
        }
    }

    private static float[] numbers(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    private static double dot(float[] a, int fromA, float[] b, int fromB) {
        double sum = 0;
        for (int i = 0; i < IN; i++) {
            sum += (double) a[fromA + i] * b[fromB + i];
        }
        return sum;
    }
}
