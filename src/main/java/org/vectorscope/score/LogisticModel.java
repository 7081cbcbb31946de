package org.vectorscope.score;

/**
 * Logistic regression with an L2 penalty on the weights and none on the intercept, as scikit-learn's
 * {@code LogisticRegression(C=c)}: minimises c·Σ log(1 + exp(−yᵢzᵢ)) + ½‖w‖² with y = ±1, by Newton's method with
 * halved steps. No randomness.
 */
final class LogisticModel {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;
    private static final double SMALLEST_GRADIENT = 1e-9;

    /** [d + 1], the intercept last. */
    private final double[] weights;

    private LogisticModel(double[] weights) {
        this.weights = weights;
    }

    /**
     * @param x [n, d]
     * @param positive [n]
     * @param c weight of the data against the penalty
     */
    static LogisticModel fit(float[][] x, boolean[] positive, double c) {
        Objective objective = new Objective(x, positive, c);
        double[] w = new double[x[0].length + 1];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = objective.gradient(w);
            if (Math.sqrt(dot(gradient, gradient)) < SMALLEST_GRADIENT * c * x.length) {
                break;
            }
            double[] direction = Cholesky.solve(objective.hessian(w), gradient);
            if (!descend(objective, w, direction, dot(direction, gradient))) {
                break;
            }
        }
        return new LogisticModel(w);
    }

    /** Moves w by the largest halving of the step that lowers the objective enough. */
    private static boolean descend(Objective objective, double[] w, double[] direction, double slope) {
        double before = objective.value(w);
        double[] next = new double[w.length];
        double step = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++, step /= 2) {
            for (int i = 0; i < w.length; i++) {
                next[i] = w[i] - step * direction[i];
            }
            if (objective.value(next) <= before - 1e-4 * step * slope) {
                System.arraycopy(next, 0, w, 0, w.length);
                return true;
            }
        }
        return false;
    }

    double[] weights() {
        return weights.clone();
    }

    /** Log odds of the positive side. */
    double logit(float[] x) {
        return logit(weights, x);
    }

    static double logit(double[] w, float[] x) {
        double z = w[x.length];
        for (int i = 0; i < x.length; i++) {
            z += w[i] * x[i];
        }
        return z;
    }

    static double sigmoid(double z) {
        return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Value, gradient [d + 1] and Hessian [d + 1, d + 1] at w. */
    private record Objective(float[][] x, boolean[] positive, double c) {
        double value(double[] w) {
            double loss = 0;
            for (int n = 0; n < x.length; n++) {
                double margin = positive[n] ? logit(w, x[n]) : -logit(w, x[n]);
                loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
            }
            double penalty = 0;
            for (int i = 0; i < w.length - 1; i++) {
                penalty += w[i] * w[i];
            }
            return c * loss + penalty / 2;
        }

        double[] gradient(double[] w) {
            double[] gradient = w.clone();
            int d = w.length - 1;
            gradient[d] = 0;
            for (int n = 0; n < x.length; n++) {
                double residual = c * (sigmoid(logit(w, x[n])) - (positive[n] ? 1 : 0));
                for (int i = 0; i < d; i++) {
                    gradient[i] += residual * x[n][i];
                }
                gradient[d] += residual;
            }
            return gradient;
        }

        /** Lower triangle only. */
        double[][] hessian(double[] w) {
            int d = w.length - 1;
            double[][] hessian = new double[d + 1][d + 1];
            for (int n = 0; n < x.length; n++) {
                double p = sigmoid(logit(w, x[n]));
                double weight = c * p * (1 - p);
                for (int i = 0; i < d; i++) {
                    double scaled = weight * x[n][i];
                    for (int j = 0; j <= i; j++) {
                        hessian[i][j] += scaled * x[n][j];
                    }
                    hessian[d][i] += scaled;
                }
                hessian[d][d] += weight;
            }
            for (int i = 0; i < d; i++) {
                hessian[i][i] += 1;
            }
            hessian[d][d] += 1e-12;
            return hessian;
        }
    }
}
