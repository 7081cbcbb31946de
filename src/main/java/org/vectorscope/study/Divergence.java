package org.vectorscope.study;

/** Distances between next-token distributions given as logits. */
public final class Divergence {
    private Divergence() {}

    /** KL(p ‖ q) in nats; both [vocabulary], before softmax. */
    public static double kl(float[] p, float[] q) {
        double logZp = logSumExp(p);
        double logZq = logSumExp(q);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double logP = p[i] - logZp;
            sum += Math.exp(logP) * (logP - (q[i] - logZq));
        }
        return Math.max(0, sum);
    }

    private static double logSumExp(float[] x) {
        float max = Float.NEGATIVE_INFINITY;
        for (float xi : x) {
            max = Math.max(max, xi);
        }
        double sum = 0;
        for (float xi : x) {
            sum += Math.exp(xi - max);
        }
        return max + Math.log(sum);
    }
}
