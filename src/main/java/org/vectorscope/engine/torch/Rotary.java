package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import org.vectorscope.checkpoint.ModelConfig.Divisors;
import org.vectorscope.checkpoint.ModelConfig.Dynamic;
import org.vectorscope.checkpoint.ModelConfig.Linear;
import org.vectorscope.checkpoint.ModelConfig.Llama3;
import org.vectorscope.checkpoint.ModelConfig.LongRope;
import org.vectorscope.checkpoint.ModelConfig.NoScaling;
import org.vectorscope.checkpoint.ModelConfig.Rope;
import org.vectorscope.checkpoint.ModelConfig.Yarn;

/**
 * Cosines and sines of the rotary positions, half-split pairing. Rounded where transformers rounds (frequency, then
 * angle, to float32), since at position 2000 one last bit of a frequency is 1e-4 of a turn.
 *
 * <p>Some scalings depend on how long a text is. What they depend on is called its stretch: 0 while it is short, else
 * its length where each length has frequencies of its own (dynamic NTK), or 1 (LongRoPE).
 */
final class Rotary {
    private final Rope rope;
    private final float[] usual; // [width / 2]
    private final float factor;
    private int stretched;
    private float[] longer;

    /** Tables for one pass: both [b, t, 1, width]; the first half of {@code sin} is negated. */
    record Angles(NDArray cos, NDArray sin) {}

    Rotary(Rope rope) {
        this.rope = rope;
        this.usual = frequencies(rope, 0);
        this.longer = usual;
        this.factor = (float)
                switch (rope.scaling()) {
                    case Yarn yarn -> yarn.attentionFactor();
                    case LongRope longRope -> longRope.attentionFactor();
                    default -> 1;
                };
    }

    /** What the positions of a text of this length depend on beside themselves. */
    int stretch(int length) {
        return switch (rope.scaling()) {
            case Dynamic dynamic when length > dynamic.length() -> length;
            case LongRope longRope when length > longRope.originalContextLength() -> 1;
            default -> 0;
        };
    }

    /** Tables that turn nothing, for blocks without positions. */
    static Angles none(NDManager manager, int width) {
        float[] ones = new float[width];
        Arrays.fill(ones, 1);
        return new Angles(
                Tensors.floats(manager, ones, 1, 1, 1, width),
                Tensors.floats(manager, new float[width], 1, 1, 1, width));
    }

    /**
     * @param positions [b · t], row by row
     * @param stretches [b · t], of the texts they are in
     */
    Angles at(NDManager manager, int[] positions, int[] stretches, int rows) {
        int half = usual.length;
        int width = 2 * half;
        float[] cos = new float[positions.length * width];
        float[] sin = new float[positions.length * width];
        for (int r = 0; r < positions.length; r++) {
            float[] frequencies = stretches[r] == 0 ? usual : longer(stretches[r]);
            for (int i = 0; i < half; i++) {
                float angle = positions[r] * frequencies[i];
                float c = (float) Math.cos(angle) * factor;
                float s = (float) Math.sin(angle) * factor;
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

    private float[] longer(int stretch) {
        if (stretch != stretched) {
            longer = frequencies(rope, stretch);
            stretched = stretch;
        }
        return longer;
    }

    /** As transformers' modeling_rope_utils computes them. @return [width / 2] */
    static float[] frequencies(Rope rope, int stretch) {
        double theta = rope.scaling() instanceof Dynamic dynamic && stretch > 0
                ? largerBase(rope, dynamic, stretch)
                : rope.theta();
        float[] f = new float[rope.width() / 2];
        for (int i = 0; i < f.length; i++) {
            float exponent = 2f * i / rope.width();
            f[i] = 1f / (float) Math.pow(theta, exponent);
        }
        switch (rope.scaling()) {
            case NoScaling(), Dynamic _ -> {}
            case Linear(double by) -> {
                for (int i = 0; i < f.length; i++) {
                    f[i] = (float) (f[i] / by);
                }
            }
            case Divisors(var values) -> divide(f, values);
            case LongRope longRope ->
                divideBefore(f, rope, stretch > 0 ? longRope.longFactors() : longRope.shortFactors());
            case Yarn yarn -> ramp(f, rope, yarn);
            case Llama3 llama -> {
                for (int i = 0; i < f.length; i++) {
                    f[i] = llama3(f[i], llama);
                }
            }
        }
        return f;
    }

    private static double largerBase(Rope rope, Dynamic dynamic, int length) {
        double stretch = dynamic.factor() * length / dynamic.length() - (dynamic.factor() - 1);
        return rope.theta() * Math.pow(stretch, rope.width() / (rope.width() - 2.0));
    }

    private static void divide(float[] f, List<Float> divisors) {
        for (int i = 0; i < f.length; i++) {
            f[i] /= divisors.get(i);
        }
    }

    /** 1 / (divisor · θ^x), rounded in this order. */
    private static void divideBefore(float[] f, Rope rope, List<Float> divisors) {
        for (int i = 0; i < f.length; i++) {
            f[i] = 1f / (divisors.get(i) * (float) Math.pow(rope.theta(), 2f * i / rope.width()));
        }
    }

    private static void ramp(float[] f, Rope rope, Yarn yarn) {
        double low = turns(yarn.betaFast(), rope, yarn);
        double high = turns(yarn.betaSlow(), rope, yarn);
        if (yarn.truncate()) {
            low = Math.floor(low);
            high = Math.ceil(high);
        }
        low = Math.max(low, 0);
        high = Math.min(high, rope.width() - 1.0);
        if (low == high) {
            high += 0.001;
        }
        for (int i = 0; i < f.length; i++) {
            float kept = 1 - (float) Math.clamp((i - low) / (high - low), 0, 1);
            float power = (float) Math.pow(rope.theta(), 2f * i / rope.width());
            float divided = 1f / ((float) yarn.factor() * power);
            f[i] = divided * (1 - kept) + f[i] * kept;
        }
    }

    /** The frequency, as an index, that turns this often in the original length. */
    private static double turns(double rotations, Rope rope, Yarn yarn) {
        double wavelength = yarn.originalContextLength() / (rotations * 2 * Math.PI);
        return rope.width() * Math.log(wavelength) / (2 * Math.log(rope.theta()));
    }

    private static float llama3(float frequency, Llama3 s) {
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
