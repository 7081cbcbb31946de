package org.vectorscope.engine.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.vectorscope.engine.EngineFailure;

/** One small product on the GPU: a build without kernels for this GPU fails here and not in the middle of work. */
final class GpuTrial {
    private static final int N = 64;
    private static final double TOLERANCE = 1e-2;

    private GpuTrial() {}

    /** @return the largest deviation from the exact product */
    static double run() {
        try (NDManager gpu = NDManager.newBaseManager(Device.gpu(), "PyTorch");
                NDManager step = gpu.newSubManager()) {
            float[] values = new float[N * N];
            for (int i = 0; i < values.length; i++) {
                values[i] = (i * 37 % 101 - 50) / 50f;
            }
            NDArray x = step.create(values, new Shape(N, N));
            float[] product = x.matMul(x).toFloatArray();
            double worst = 0;
            for (int row = 0; row < N; row++) {
                for (int column = 0; column < N; column++) {
                    worst = Math.max(worst, Math.abs(product[row * N + column] - exact(values, row, column)));
                }
            }
            if (!(worst < TOLERANCE)) {
                throw new EngineFailure("the GPU computes wrong numbers (off by " + worst + ")");
            }
            return worst;
        }
    }

    private static double exact(float[] values, int row, int column) {
        double sum = 0;
        for (int k = 0; k < N; k++) {
            sum += (double) values[row * N + k] * values[k * N + column];
        }
        return sum;
    }
}
