package org.vectorscope.study;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.Steering;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.file.BadInput;
import org.vectorscope.geometry.Rows;
import org.vectorscope.job.Monitor;

/**
 * What a strength means in each unit, measured at the last token of some prompts: where steering begins, and where its
 * first effect shows.
 */
public final class StrengthScale {
    /** Multiples of v at which KL is measured; between them it is interpolated. */
    private static final double[] GRID = {0, 0.125, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8};

    private static final int PROMPTS = 8;

    private final LanguageModel model;
    private final int layer;
    private final float[] v;
    private final List<int[]> prompts;

    /** @param v [d_model], not zero; @param prompts token ids; at most eight are measured */
    public StrengthScale(LanguageModel model, int layer, float[] v, List<int[]> prompts) {
        this.model = model;
        this.layer = layer;
        this.v = v;
        this.prompts = prompts.subList(0, Math.min(PROMPTS, prompts.size()));
    }

    /** KL in nats of the next token at each multiple of v. */
    public record KlCurve(double[] multiples, double[] kl) {
        /** KL at a multiple of v, by linear interpolation. */
        public double at(double multiple) {
            return between(multiples, kl, multiple);
        }

        /**
         * The smallest multiple that reaches this KL.
         *
         * @throws BadInput if none on the grid does
         */
        public double multiple(double nats) {
            for (int i = 1; i < kl.length; i++) {
                if (kl[i] >= nats) {
                    double share = (nats - kl[i - 1]) / (kl[i] - kl[i - 1]);
                    return multiples[i - 1] + share * (multiples[i] - multiples[i - 1]);
                }
            }
            throw new BadInput(
                    "--strength",
                    nats + " nats are more than " + multiples[multiples.length - 1] + " × the vector moves the model");
        }
    }

    /** Mean ‖resid_post.layer‖ at the last tokens. */
    public double residualNorm(Monitor monitor) {
        double[] sum = new double[1];
        TreeSet<Integer> layers = new TreeSet<>(List.of(layer));
        model.capture(
                new CaptureRequest(prompts, layers, new CaptureRequest.FromEnd(-1), false),
                (text, at, position, values) -> sum[0] += Rows.norm(values),
                monitor);
        return sum[0] / prompts.size();
    }

    /** All multiples of all prompts in one pass: they differ in one token each. */
    public KlCurve kl(Monitor monitor) {
        List<int[]> texts = new ArrayList<>();
        List<Steering> steering = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        for (int[] prompt : prompts) {
            for (double multiple : GRID) {
                texts.add(prompt);
                lengths.add(prompt.length);
                steering.add(multiple == 0 ? Steering.NONE : push(multiple));
            }
        }
        Divergences divergences = new Divergences(prompts.size());
        CaptureRequest.Positions last = new CaptureRequest.FromEnd(-1);
        model.capture(new CaptureRequest(texts, new TreeSet<>(), last, true, steering, lengths), divergences, monitor);
        return new KlCurve(GRID.clone(), divergences.means());
    }

    private Steering push(double multiple) {
        return new Steering(List.of(new Steering.Push(layer, Rows.scaled(v, multiple), TokenRange.FROM_LAST)));
    }

    private static double between(double[] x, double[] y, double at) {
        for (int i = 1; i < x.length; i++) {
            if (at <= x[i]) {
                return y[i - 1] + (at - x[i - 1]) / (x[i] - x[i - 1]) * (y[i] - y[i - 1]);
            }
        }
        return y[y.length - 1];
    }

    /** Keeps log-probabilities until both sides of a comparison are there. */
    private static final class Divergences implements CaptureSink {
        private final float[][] logits;

        Divergences(int prompts) {
            logits = new float[prompts * GRID.length][];
        }

        @Override
        public void residual(int text, int layer, int position, float[] values) {}

        @Override
        public void logits(int text, int position, float[] values) {
            logits[text] = values;
        }

        /** [grid] mean over prompts of KL(steered ‖ unsteered). */
        double[] means() {
            double[] means = new double[GRID.length];
            for (int text = 0; text < logits.length; text++) {
                float[] unsteered = logits[text - text % GRID.length];
                means[text % GRID.length] += Divergence.kl(logits[text], unsteered) / (logits.length / GRID.length);
            }
            return means;
        }
    }
}
