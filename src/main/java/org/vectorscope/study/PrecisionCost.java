package org.vectorscope.study;

/**
 * What computing in another precision changes about the next token, over the tokens of one text, against the reference.
 *
 * @param tokens places where a next token was foretold
 * @param kl mean of KL(reference ‖ this), in nats
 * @param klLow lower end of its 95 % interval
 * @param klHigh upper end
 * @param worst the largest KL of a token
 * @param agreement share of tokens after which both hold the same next token for the likeliest
 * @param agreementLow lower end of its 95 % interval
 * @param agreementHigh upper end
 */
public record PrecisionCost(
        int tokens,
        double kl,
        double klLow,
        double klHigh,
        double worst,
        double agreement,
        double agreementLow,
        double agreementHigh) {
    private static final int DRAWS = 2000;
    private static final long SEED = 2026;
    /** Standard deviations that 95 % of a normal distribution lie within. */
    private static final double Z = 1.959964;

    /**
     * The interval of the mean is a percentile bootstrap over tokens; that of the share is Wilson's (1927), which keeps
     * its width where all agree. Both take tokens for independent, which those of one text are not quite.
     *
     * @param kl [tokens], at least 2
     * @param same [tokens], whether the likeliest next token is the same
     */
    public static PrecisionCost of(double[] kl, boolean[] same) {
        int n = kl.length;
        double[][] column = new double[n][];
        double worst = 0;
        int agreed = 0;
        for (int i = 0; i < n; i++) {
            column[i] = new double[] {kl[i]};
            worst = Math.max(worst, kl[i]);
            agreed += same[i] ? 1 : 0;
        }
        ItemBootstrap bootstrap = new ItemBootstrap(column, DRAWS, SEED);
        double share = (double) agreed / n;
        double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n)) / (1 + Z * Z / n);
        return new PrecisionCost(
                n,
                bootstrap.mean(0),
                bootstrap.percentile(0, 0.025),
                bootstrap.percentile(0, 0.975),
                worst,
                share,
                Math.max(0, middle - half),
                Math.min(1, middle + half));
    }
}
