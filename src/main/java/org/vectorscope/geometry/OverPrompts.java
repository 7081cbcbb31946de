package org.vectorscope.geometry;

import java.util.Arrays;

/**
 * A number measured at several prompts.
 *
 * @param mean over the prompts
 * @param low lower end of the 95 % interval of that mean (Student's t over prompts); the mean itself with one prompt
 * @param high upper end
 */
public record OverPrompts(double mean, double low, double high) {
    /** Student's t at 97.5 %, for 1 to 10 degrees of freedom. */
    private static final double[] T = {12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281};

    private static final double NORMAL = 1.959964;

    /** @param values one a prompt */
    public static OverPrompts of(double... values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElseThrow();
        if (n == 1) {
            return new OverPrompts(mean, mean, mean);
        }
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        double half = t(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new OverPrompts(mean, mean - half, mean + half);
    }

    /** The same for what cannot lie outside of these bounds: then the interval does not either. */
    public static OverPrompts within(double least, double most, double... values) {
        OverPrompts over = of(values);
        return new OverPrompts(over.mean, Math.max(least, over.low), Math.min(most, over.high));
    }

    /** Beyond the table by the first terms of its expansion in 1 / freedom, good to 10⁻³ there. */
    static double t(int freedom) {
        if (freedom <= T.length) {
            return T[freedom - 1];
        }
        double z = NORMAL;
        double z3 = z * z * z;
        double first = (z3 + z) / 4;
        double second = (5 * z3 * z * z + 16 * z3 + 3 * z) / 96;
        return z + first / freedom + second / ((double) freedom * freedom);
    }
}
