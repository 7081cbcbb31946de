package org.vectorscope.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * How the last token's output answers to small changes of {@code resid_post.layer} at the last position: central
 * differences in float32, one pair of rows per coordinate, resumed at the layer over the keys and values of what comes
 * before; linear layers take the differences themselves. Any other direction is a combination of these, so there is
 * never a pass per direction.
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

    /** Names the way it is computed, down to its rounding: changed with it, so that no kept result stands for another. */
    public static final String ALGORITHM = "paired central differences, linear layers on the differences";

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
}
