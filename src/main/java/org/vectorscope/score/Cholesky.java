package org.vectorscope.score;

/** Solves a symmetric positive definite system. */
final class Cholesky {
    private Cholesky() {}

    /**
     * @param a [n, n], its lower triangle; overwritten by the factor
     * @param b [n]
     * @return x with a·x = b
     */
    static double[] solve(double[][] a, double[] b) {
        factor(a);
        int n = b.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                x[i] -= a[i][j] * x[j];
            }
            x[i] /= a[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= a[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= a[i][j] * x[i];
            }
        }
        return x;
    }

    private static void factor(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                if (i == j && !(sum > 0)) {
                    throw new ArithmeticException("not positive definite at row " + i);
                }
                a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
            }
        }
    }
}
