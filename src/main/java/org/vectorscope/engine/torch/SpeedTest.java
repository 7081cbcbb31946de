package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.vectorscope.engine.MachineSpeed;

/** Measures the machine with the same kernels and threads as models run on. Takes about a second. */
final class SpeedTest {
    private static final int REPEATS = 7;
    private static final int COPIED = 64 << 20; // numbers of float32
    private static final int SIDE = 2048;

    private SpeedTest() {}

    static MachineSpeed run(NDManager manager) {
        try (Program speed = new Program(manager, "Speed", "speed")) {
            return new MachineSpeed(copy(manager, speed), multiply(manager, speed));
        }
    }

    private static double copy(NDManager manager, Program speed) {
        try (NDArray source = Tensors.zeros(manager, COPIED);
                NDArray target = Tensors.zeros(manager, COPIED)) {
            return 2.0 * Float.BYTES * COPIED / best(() -> speed.perform("copy", target, source));
        }
    }

    private static double multiply(NDManager manager, Program speed) {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i);
        }
        try (NDArray a = Tensors.floats(manager, values, SIDE, SIDE);
                NDArray b = Tensors.floats(manager, values, SIDE, SIDE);
                NDArray target = Tensors.zeros(manager, SIDE, SIDE)) {
            return 2.0 * SIDE * SIDE * SIDE / best(() -> speed.perform("multiply", target, a, b));
        }
    }

    /** Seconds of the quickest run: what else the machine does only slows it down. */
    private static double best(Runnable work) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < REPEATS; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }
}
