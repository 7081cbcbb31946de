package org.vectorscope.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The attention for CUDA, run on the CPU beside the CPU's own: the same function by other names. */
class AttentionTest {
    private static final int HD = 16;
    private static final double TOLERANCE = 1e-6;
    private static TorchRuntime runtime;

    @BeforeAll
    static void start() {
        runtime = TorchRuntime.start();
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @ParameterizedTest(name = "{0} rows of {1} tokens, {2} heads on {3}")
    @CsvSource({"1, 1, 6, 2", "3, 1, 6, 2", "1, 40, 6, 2", "2, 17, 6, 6", "1, 200, 9, 3"})
    void causalAttentionOfTheCudaTextIsTheCpus(int b, int t, int heads, int kv) {
        compare(b, t, t == 1 ? 23 : t, heads, kv, new float[0], 0, 0);
    }

    @ParameterizedTest(name = "{0} rows of {1} tokens after {2}, {3} heads on {4}")
    @CsvSource({"4, 1, 30, 6, 2", "1, 12, 20, 6, 2", "2, 9, 5, 4, 4", "1, 96, 0, 9, 3"})
    void anAdditiveMaskOfTheCudaTextIsTheCpus(int b, int t, int before, int heads, int kv) {
        int s = before + t;
        float[] mask = new float[b * t * s];
        Random random = new Random(5);
        for (int row = 0; row < b * t; row++) {
            for (int column = 0; column < s; column++) {
                boolean later = column > before + row % t;
                boolean hidden = column != before + row % t && random.nextInt(4) == 0;
                mask[row * s + column] = later || hidden ? Float.NEGATIVE_INFINITY : 0;
            }
        }
        compare(b, t, s, heads, kv, mask, t, s);
    }

    @ParameterizedTest(name = "{0} tokens after {1}")
    @CsvSource({"97, 0", "200, 0", "250, 33", "192, 96"})
    void aBandOverManySlicesOfTheCudaTextIsTheCpus(int t, int before) {
        int slice = 96;
        int width = before + Math.ceilDiv(t, slice) * slice;
        float[] mask = new float[slice * width];
        for (int row = 0; row < slice; row++) {
            Arrays.fill(mask, row * width + width - slice + row + 1, (row + 1) * width, Float.NEGATIVE_INFINITY);
        }
        compare(1, t, before + t, 6, 2, mask, slice, width);
    }

    /** @param mask [b, 1, rows, columns], or empty for none */
    private static void compare(int b, int t, int s, int heads, int kv, float[] mask, int rows, int columns) {
        runtime.call(() -> {
            try (NDManager manager = runtime.newManager();
                    Program cpu = Network.program(manager, "llama", LinearKind.PLAIN, "kernel-cpu", "rows");
                    Program cuda = Network.program(manager, "llama", LinearKind.PLAIN, "kernel-cuda", "rows")) {
                Random random = new Random(3);
                NDArray q = normal(manager, random, b, t, heads, HD);
                // keys and values lie in a longer cache, so their heads are not next to each other
                NDArray k = normal(manager, random, b, kv, s + 7, HD).get(":,:,0:" + s);
                NDArray v = normal(manager, random, b, kv, s + 7, HD).get(":,:,0:" + s);
                float[][] theirs = Tensors.rows(attend(manager, cpu, q, k, v, mask(manager, cpu, mask, rows, columns)));
                float[][] ours = Tensors.rows(attend(manager, cuda, q, k, v, mask(manager, cuda, mask, rows, columns)));
                assertThat(ours).hasDimensions(b * t, heads * HD);
                for (int i = 0; i < ours.length; i++) {
                    for (int j = 0; j < ours[i].length; j++) {
                        assertThat((double) ours[i][j])
                                .isCloseTo(theirs[i][j], org.assertj.core.data.Offset.offset(TOLERANCE));
                    }
                }
                return b;
            }
        });
    }

    private static NDArray attend(NDManager manager, Program program, NDArray q, NDArray k, NDArray v, Object mask) {
        return program.call(manager, "attend", q, k, v, mask, 1 / Math.sqrt(HD), 0.0);
    }

    private static Object mask(NDManager manager, Program program, float[] mask, int rows, int columns) {
        return mask.length == 0
                ? program.absent()
                : Tensors.floats(manager, mask, mask.length / (rows * columns), 1, rows, columns);
    }

    private static NDArray normal(NDManager manager, Random random, int... shape) {
        float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensors.floats(
                manager, values, Arrays.stream(shape).asLongStream().toArray());
    }
}
