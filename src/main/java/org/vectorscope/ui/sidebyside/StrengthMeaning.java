package org.vectorscope.ui.sidebyside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vectorscope.engine.GenerationListener;
import org.vectorscope.engine.GenerationRequest;
import org.vectorscope.engine.GenerationResult;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.Steering;
import org.vectorscope.geometry.Rows;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.study.StrengthScale.KlCurve;

/**
 * What strengths of a vector mean at a layer, measured on the prompt.
 *
 * @param share of the residual's length that one v is
 * @param kl at the prompt's end
 * @param breaksUpFrom the least measured multiple from which texts cost the unsteered model one nat a token more
 */
record StrengthMeaning(double share, KlCurve kl, OptionalDouble breaksUpFrom) {
    /** More nats a token than this above the unsteered texts, and the text is seen to fall apart. */
    private static final double BROKEN = 1.5;

    /** Multiples are measured up to this share of the residual's length. */
    static final double FARTHEST = 0.6;

    private static final int STEPS = 6;
    private static final int TOKENS = 24;
    private static final int SAMPLES = 2;

    /** The largest multiple on the scale: a round number at which v is about {@value #FARTHEST} of the residual. */
    static double most(double share) {
        double exact = FARTHEST / share;
        double step = exact < 1.5 ? 0.3 : exact < 6 ? 1.5 : exact < 30 ? 6 : 30;
        return Math.max(step, Math.rint(exact / step) * step);
    }

    /** One batch of short texts at rising strengths, each judged by the unsteered model. */
    static OptionalDouble breaksUpFrom(OpenModel open, Settings settings, int[] prompt, Monitor monitor) {
        float[] v = settings.vector().outcome().value().at(settings.layer());
        double most = most(settings.vector().at(settings.layer()).orElseThrow().normRatio());
        List<GenerationRequest.Row> rows = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            float[] push = Rows.scaled(v, most * step / STEPS);
            Steering steering = step == 0
                    ? Steering.NONE
                    : new Steering(List.of(new Steering.Push(settings.layer(), push, settings.tokens())));
            for (int sample = 0; sample < SAMPLES; sample++) {
                rows.add(new GenerationRequest.Row(0, sample, steering));
            }
        }
        Sampling sampling = new Sampling(settings.sampling().temperature(), 1, TOKENS, settings.sampling().seed(), false);
        GenerationResult result = open.model()
                .generate(
                        new GenerationRequest(List.of(prompt), rows, sampling, Optional.empty(), true),
                        GenerationListener.NONE,
                        monitor);
        return firstBroken(result, most);
    }

    private static OptionalDouble firstBroken(GenerationResult result, double most) {
        double unsteered = nll(result, 0);
        for (int step = 1; step <= STEPS; step++) {
            if (nll(result, step) > unsteered + BROKEN) {
                return OptionalDouble.of(most * step / STEPS);
            }
        }
        return OptionalDouble.empty();
    }

    private static double nll(GenerationResult result, int step) {
        return result.rows().subList(step * SAMPLES, (step + 1) * SAMPLES).stream()
                .mapToDouble(row -> row.nll().orElse(0))
                .average()
                .orElse(0);
    }
}
