package org.vectorscope.vector;

/**
 * Logistic regression without intercept between the sides of each pair, both taken from the pair's middle: samples
 * ±Δ_j/2 with labels ±1, penalty ½‖w‖² and C = 1, as steering-vectors' {@code logistic_aggregator} with scikit-learn's
 * defaults.
 *
 * <p>At the optimum w = Σ b_j Δ_j with b_j = σ(−w·Δ_j/2). Solved one b_j at a time (dual coordinate descent, Yu, Huang
 * and Lin 2011): each is the root of f_j(b) + 2·logit(b) = 0, f_j being w·Δ_j, and takes O(n).
 */
record LogisticFit() implements PairFit {
    private static final double EXACT = 1e-10;
    private static final double CLOSE = 1e-4;

    @Override
    public double[] coefficients(PairGram gram, double[] weights) {
        return solve(gram, weights, new double[gram.n()], EXACT, 5000);
    }

    @Override
    public double[] again(PairGram gram, double[] weights, double[] start) {
        double[] logits = new double[gram.n()];
        for (int j = 0; j < logits.length; j++) {
            double b = Math.clamp(start[j], 1e-300, 1 - 1e-16);
            logits[j] = Math.log(b / (1 - b));
        }
        return solve(gram, weights, logits, CLOSE, 200);
    }

    /** @param logits [n] of b to start from; @return c = w ∘ b */
    private static double[] solve(PairGram gram, double[] weights, double[] logits, double tolerance, int sweeps) {
        int n = gram.n();
        double[] c = new double[n];
        for (int j = 0; j < n; j++) {
            c[j] = weights[j] * sigmoid(logits[j]);
        }
        double[] f = gram.projections(c);
        for (int sweep = 0; sweep < sweeps; sweep++) {
            double worst = 0;
            for (int j = 0; j < n; j++) {
                if (weights[j] > 0) {
                    worst = Math.max(worst, Math.abs(f[j] + 2 * logits[j]) / (2 + Math.abs(f[j])));
                    step(gram, weights[j], j, logits, c, f);
                }
            }
            if (worst < tolerance) {
                break;
            }
        }
        return c;
    }

    private static void step(PairGram gram, double weight, int j, double[] logits, double[] c, double[] f) {
        double slope = gram.at(j, j) * weight;
        logits[j] = root(f[j] - gram.at(j, j) * c[j], slope, logits[j]);
        double change = weight * sigmoid(logits[j]) - c[j];
        c[j] += change;
        for (int i = 0; i < f.length; i++) {
            f[i] += change * gram.at(j, i);
        }
    }

    /** The t at which q + k·σ(t) + 2t is 0, k ≥ 0: between −(q + k)/2 and −q/2; Newton's steps, kept inside. */
    static double root(double q, double k, double start) {
        double low = -(q + k) / 2;
        double high = -q / 2;
        double t = Math.clamp(start, low, high);
        for (int step = 0; step < 100; step++) {
            double s = sigmoid(t);
            double value = q + k * s + 2 * t;
            if (value > 0) {
                high = t;
            } else {
                low = t;
            }
            double next = t - value / (k * s * (1 - s) + 2);
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.abs(next - t) <= 1e-14 * (1 + Math.abs(t))) {
                return next;
            }
            t = next;
        }
        return t;
    }

    private static double sigmoid(double t) {
        return 1 / (1 + Math.exp(-t));
    }
}
