package org.vectorscope.vector;

import java.util.Arrays;
import org.vectorscope.geometry.Rows;

/**
 * The pairs at one layer, ready to be weighed.
 *
 * @param layer where
 * @param n pairs
 * @param d width
 * @param positive [n][d]
 * @param negative [n][d]
 * @param differences [n · d]
 * @param gram of the differences
 */
record LayerPairs(
        int layer, int n, int d, float[][] positive, float[][] negative, double[] differences, PairGram gram) {
    static LayerPairs of(PairActivations activations, int layer) {
        int n = activations.n();
        float[][] positive = new float[n][];
        float[][] negative = new float[n][];
        for (int pair = 0; pair < n; pair++) {
            positive[pair] = activations.positive(layer, pair);
            negative[pair] = activations.negative(layer, pair);
        }
        double[] differences = activations.differences(layer);
        PairGram gram = PairGram.of(differences, n);
        return new LayerPairs(layer, n, activations.d(), positive, negative, differences, gram);
    }

    /** Every pair once. */
    double[] everyPair() {
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** Σ c_j Δ_j, [d]. */
    double[] direction(double[] c) {
        double[] direction = new double[d];
        for (int pair = 0; pair < n; pair++) {
            if (c[pair] != 0) {
                for (int j = 0; j < d; j++) {
                    direction[j] += c[pair] * differences[pair * d + j];
                }
            }
        }
        return direction;
    }

    double squaredLength(int pair) {
        return gram.at(pair, pair);
    }

    /** Mean length of the activations, both sides. */
    double residualNorm() {
        double sum = 0;
        for (int pair = 0; pair < n; pair++) {
            sum += Rows.norm(positive[pair]) + Rows.norm(negative[pair]);
        }
        return sum / (2 * n);
    }
}
