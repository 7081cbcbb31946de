package org.vectorscope.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far the pairs point the same way: the cosine of each difference with the mean of the <em>other</em> differences.
 * With the pair itself in the mean, unrelated pairs would seem to agree at 1/√n.
 *
 * @param cosines [n]; NaN where a difference, or the sum of the others, is zero
 */
record Agreement(double[] cosines) {
    static Agreement of(PairGram gram) {
        int n = gram.n();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] withSum = gram.projections(ones); // Δ_i · S
        double square = Arrays.stream(withSum).sum(); // ‖S‖²
        double[] cosines = new double[n];
        for (int i = 0; i < n; i++) {
            double own = gram.at(i, i);
            double others = square - 2 * withSum[i] + own; // ‖S − Δ_i‖²
            cosines[i] = (withSum[i] - own) / Math.sqrt(own * Math.max(0, others));
        }
        return new Agreement(cosines);
    }

    double mean() {
        return Arrays.stream(cosines).average().orElse(Double.NaN);
    }

    /** 95 % interval of the mean: ± 1.96 standard errors. */
    Interval interval() {
        double mean = mean();
        double squares =
                Arrays.stream(cosines).map(c -> (c - mean) * (c - mean)).sum();
        double error = 1.96 * Math.sqrt(squares / (cosines.length - 1) / cosines.length);
        return new Interval(mean, mean - error, mean + error);
    }

    List<PairReport> pairs(PairGram gram) {
        List<PairReport> pairs = new ArrayList<>();
        for (int i = 0; i < cosines.length; i++) {
            pairs.add(new PairReport(i, Math.sqrt(gram.at(i, i)), cosines[i]));
        }
        return pairs;
    }
}
