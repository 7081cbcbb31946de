package org.vectorscope.study;

/**
 * How far apart the scores of two arms lie, in standard deviations, and what chance would show. NaN where the scores do
 * not vary or an arm has fewer than two.
 *
 * @param d Cohen's d, signed: (mean a − mean b) / pooled standard deviation (n − 1)
 * @param low 2.5th percentile of d over redrawn prompts
 * @param high 97.5th percentile
 * @param chance mean |d| when the arms' labels are shuffled: what no effect at all would show
 * @param chance95 95th percentile of it
 * @param p share of shufflings with |d| at least as large, the data as one of them
 * @param nA texts of the first arm
 * @param nB texts of the second
 */
public record Effect(double d, double low, double high, double chance, double chance95, double p, int nA, int nB) {
    /** Hedges' g: d without its upward bias in small samples, by 1 − 3 / (4(n_A + n_B) − 9). */
    public double hedgesG() {
        return d * (1 - 3.0 / (4.0 * (nA + nB) - 9));
    }

    /** Whether chance would rarely show as much: p ≤ 0.05 and zero outside the interval. */
    public boolean isSeen() {
        return p <= 0.05 && (low > 0 || high < 0);
    }

    /** Whether the whole interval lies within ±{@code margin}: no difference that matters, said positively. */
    public boolean isNegligible(double margin) {
        return low >= -margin && high <= margin;
    }

    /** |d| that independent texts without any effect exceed in 1 of 20 cases: 1.96 √(1/n_A + 1/n_B). */
    public static double noiseFloor(int nA, int nB) {
        return 1.96 * Math.sqrt(1.0 / nA + 1.0 / nB);
    }
}
