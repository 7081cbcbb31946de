package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.checkpoint.ModelConfig.Divisors;
import org.vectorscope.checkpoint.ModelConfig.Linear;
import org.vectorscope.checkpoint.ModelConfig.Llama3;
import org.vectorscope.checkpoint.ModelConfig.NoScaling;
import org.vectorscope.checkpoint.ModelConfig.Rope;

/**
 * Cosines and sines of the rotary positions, half-split pairing. Rounded where transformers rounds (frequency, then
 * angle, to float32), since at position 2000 one last bit of a frequency is 1e-4 of a turn.
 */
final class Rotary {
    private final float[] frequencies; // [hd / 2]

    /** Tables for one pass: both [b, t, 1, hd]; the first half of {@code sin} is negated. */
    record Angles(NDArray cos, NDArray sin) {}

    Rotary(ModelConfig config) {
        this.frequencies = frequencies(config.rope(), config.headDim());
    }

    /** @param positions [b · t], row by row */
    Angles at(NDManager manager, int[] positions, int rows) {
        int half = frequencies.length;
        int width = 2 * half;
        float[] cos = new float[positions.length * width];
        float[] sin = new float[positions.length * width];
        for (int r = 0; r < positions.length; r++) {
            for (int i = 0; i < half; i++) {
                float angle = positions[r] * frequencies[i];
                float c = (float) Math.cos(angle);
                float s = (float) Math.sin(angle);
                cos[r * width + i] = c;
                cos[r * width + half + i] = c;
                sin[r * width + i] = -s;
                sin[r * width + half + i] = s;
            }
        }
        long length = positions.length / rows;
        return new Angles(
                Tensors.floats(manager, cos, rows, length, 1, width),
                Tensors.floats(manager, sin, rows, length, 1, width));
    }

    /** As transformers' modeling_rope_utils computes them. */
    static float[] frequencies(Rope rope, int headDim) {
        float[] f = new float[headDim / 2];
        for (int i = 0; i < f.length; i++) {
            float exponent = 2f * i / headDim;
            f[i] = 1f / (float) Math.pow(rope.theta(), exponent);
        }
        switch (rope.scaling()) {
            case NoScaling() -> {}
            case Linear(double factor) -> {
                for (int i = 0; i < f.length; i++) {
                    f[i] = (float) (f[i] / factor);
                }
            }
            case Divisors(var values) -> {
                for (int i = 0; i < f.length; i++) {
                    f[i] /= values.get(i);
                }
            }
            case Llama3 llama -> {
                for (int i = 0; i < f.length; i++) {
                    f[i] = stretched(f[i], llama);
                }
            }
        }
        return f;
    }

    private static float stretched(float frequency, Llama3 s) {
        double wavelength = 2 * Math.PI / frequency;
        double longest = s.originalContextLength() / s.lowFreqFactor();
        double shortest = s.originalContextLength() / s.highFreqFactor();
        if (wavelength < shortest) {
            return frequency;
        }
        if (wavelength > longest) {
            return (float) (frequency / s.factor());
        }
        double smooth =
                (s.originalContextLength() / wavelength - s.lowFreqFactor()) / (s.highFreqFactor() - s.lowFreqFactor());
        return (float) ((1 - smooth) * (frequency / s.factor()) + smooth * frequency);
    }
}
