package org.vectorscope.vector;

import java.util.Arrays;

/** The mean of the differences; its length is kept. */
record MeanFit() implements PairFit {
    @Override
    public double[] coefficients(PairGram gram, double[] weights) {
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / total).toArray();
    }

    @Override
    public double[] again(PairGram gram, double[] weights, double[] start) {
        return coefficients(gram, weights);
    }
}
