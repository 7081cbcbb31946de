package org.vectorscope.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vectorscope.job.Monitor;

/**
 * How the last token's output answers to small changes of {@code resid_post.layer} at the last position: central
 * differences in float32, one pair of rows per coordinate, resumed at the layer over the keys and values of what comes
 * before. Any other direction is a combination of these, so there is never a pass per direction.
 *
 * <p>The differences are taken after the final norm. What is left to the logits is linear
 * ({@link OutputHead#effects}).
 *
 * @param layer where the change is made
 * @param tokens length of the text
 * @param step length of the change, ε
 * @param normed [d_model], the unchanged text's last residual after the final norm
 * @param changes [d_model][d_model], row j: change of {@code normed} per unit of change along coordinate j
 */
public record LastTokenJacobian(int layer, int tokens, double step, float[] normed, List<float[]> changes) {
    /**
     * ε as a share of ‖h‖. Smaller, and float32 rounding (about 3 · 10⁻⁷ / ε of a column) is seen; larger, and the
     * bend of the model is.
     */
    public static final double STEP = 3e-3;

    /** Coordinates changed together: few enough that their steering vectors stay small beside the model. */
    private static final int TOGETHER = 512;

    /** @param ids the text; the change is made at its last token */
    public static LastTokenJacobian of(LanguageModel model, int[] ids, int layer, Monitor monitor) {
        return of(model, ids, layer, STEP, monitor);
    }

    /** @param share ε / ‖h‖ */
    static LastTokenJacobian of(LanguageModel model, int[] ids, int layer, double share, Monitor monitor) {
        return new Probe(model, ids, layer, monitor).run(share);
    }

    /** What the normed residual does per unit of change along other directions. @param directions each [d_model] */
    public List<float[]> along(List<float[]> directions) {
        int d = normed.length;
        List<float[]> along = new ArrayList<>(directions.size());
        for (float[] direction : directions) {
            float[] sum = new float[d];
            for (int j = 0; j < d; j++) {
                add(direction[j], changes.get(j), sum);
            }
            along.add(sum);
        }
        return along;
    }

    private static void add(float times, float[] row, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += times * row[i];
        }
    }

    private record Probe(LanguageModel model, int[] ids, int layer, Monitor monitor) {
        LastTokenJacobian run(double share) {
            int d = model.config().dModel();
            int last = model.config().layers() - 1;
            float[] normed =
                    model.head().normed(residuals(last, List.of(Steering.NONE))).getFirst();
            double step = share * norm(residuals(layer, List.of(Steering.NONE)).getFirst());
            List<float[]> changes = new ArrayList<>(d);
            for (int from = 0; from < d; from += TOGETHER) {
                monitor.check();
                changes.addAll(changes(from, Math.min(d, from + TOGETHER), last, step));
            }
            return new LastTokenJacobian(layer, ids.length, step, normed, changes);
        }

        private List<float[]> changes(int from, int to, int last, double step) {
            List<Steering> steering = new ArrayList<>();
            for (int j = from; j < to; j++) {
                steering.add(along(j, step));
                steering.add(along(j, -step));
            }
            List<float[]> normed = model.head().normed(residuals(last, steering));
            List<float[]> changes = new ArrayList<>();
            for (int i = 0; i < normed.size(); i += 2) {
                changes.add(slope(normed.get(i), normed.get(i + 1), 2 * step));
            }
            return changes;
        }

        private Steering along(int coordinate, double step) {
            float[] vector = new float[model.config().dModel()];
            vector[coordinate] = (float) step;
            return new Steering(List.of(new Steering.Push(layer, vector, TokenRange.FROM_LAST)));
        }

        /** {@code resid_post.at} of the last token under each steering. */
        private List<float[]> residuals(int at, List<Steering> steering) {
            float[][] read = new float[steering.size()][];
            CaptureRequest request = new CaptureRequest(
                    steering.stream().map(s -> ids).toList(),
                    new TreeSet<>(List.of(at)),
                    new CaptureRequest.FromEnd(-1),
                    false,
                    steering,
                    List.of());
            model.capture(request, (text, l, position, values) -> read[text] = values, monitor);
            return List.of(read);
        }
    }

    private static float[] slope(float[] plus, float[] minus, double apart) {
        float[] slope = new float[plus.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (float) (((double) plus[i] - minus[i]) / apart);
        }
        return slope;
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
