package org.vectorscope.geometry;

import org.vectorscope.file.BadInput;

/**
 * Directions to hold a steering vector against, each as long as the vector. A draw depends on (seed, index) alone, so
 * that the same arm means the same direction in every command and on every machine.
 *
 * <p>Orthogonal ones after arXiv 2602.06801, whose identities hold: ‖v + perp‖ = √2·‖v‖, cos(v, v + perp) = 1/√2.
 */
public final class Perturbations {
    /** Keeps the streams of the kinds apart, so that draw 1 of one kind is not draw 1 of another made orthogonal. */
    private static final long KIND = 1L << 32;

    private final long seed;

    public Perturbations(long seed) {
        this.seed = seed;
    }

    /** Any direction, ‖v‖ long. */
    public float[] random(float[] v, int index) {
        return lengthOf(v, gaussian(0, index, v.length));
    }

    /** r − (r·v)/(v·v) v of a Gaussian r, ‖v‖ long. */
    public float[] orthogonal(float[] v, int index) {
        double[] r = gaussian(1, index, v.length);
        removeFrom(r, Rows.doubles(v));
        return lengthOf(v, r);
    }

    /**
     * Orthogonal to v and to every direction in which the activations vary, ‖v‖ long.
     *
     * @param range [rank][d] unit, orthogonal: what is not null
     * @throws BadInput if the null space has no direction orthogonal to v
     */
    public float[] inNullSpace(float[] v, float[][] range, int index) {
        if (v.length - range.length < 2) {
            throw new BadInput(
                    "--arms",
                    "the null space has " + (v.length - range.length)
                            + " dimensions at this threshold, too few for a direction in it orthogonal to the vector");
        }
        double[] r = gaussian(2, index, v.length);
        double[] inside = Rows.doubles(v);
        for (float[] direction : range) {
            removeFrom(r, Rows.doubles(direction));
            removeFrom(inside, Rows.doubles(direction));
        }
        removeIfPresent(r, inside, v);
        return lengthOf(v, r);
    }

    /**
     * Orthogonal to v, inside the span of {@code range}, ‖v‖ long.
     *
     * @throws BadInput if that span has no direction orthogonal to v
     */
    public float[] inRange(float[] v, float[][] range, int index) {
        if (range.length < 2) {
            throw new BadInput(
                    "--arms",
                    "the activations vary in " + range.length
                            + " directions at this threshold, too few for one of them orthogonal to the vector");
        }
        double[] weights = gaussian(3, index, range.length);
        double[] r = new double[v.length];
        double[] inside = new double[v.length];
        for (int k = 0; k < range.length; k++) {
            double along = Rows.dot(range[k], v);
            for (int j = 0; j < r.length; j++) {
                r[j] += weights[k] * range[k][j];
                inside[j] += along * range[k][j];
            }
        }
        removeIfPresent(r, inside, v);
        return lengthOf(v, r);
    }

    private double[] gaussian(int kind, int index, int count) {
        return new Gaussians(seed, kind * KIND + index).next(count);
    }

    /** What v has in the subspace may be nothing but rounding, and then there is nothing to remove. */
    private static void removeIfPresent(double[] r, double[] inside, float[] v) {
        if (Math.sqrt(Rows.dot(inside, inside)) > 1e-6 * Rows.norm(v)) {
            removeFrom(r, inside);
        }
    }

    /** r ← r − (r·u)/(u·u) u, twice: the second time takes what rounding left of the first. */
    private static void removeFrom(double[] r, double[] u) {
        double square = Rows.dot(u, u);
        for (int pass = 0; pass < 2; pass++) {
            double along = Rows.dot(r, u) / square;
            for (int j = 0; j < r.length; j++) {
                r[j] -= along * u[j];
            }
        }
    }

    private static float[] lengthOf(float[] v, double[] r) {
        double factor = Rows.norm(v) / Math.sqrt(Rows.dot(r, r));
        float[] scaled = new float[r.length];
        for (int j = 0; j < r.length; j++) {
            scaled[j] = (float) (r[j] * factor);
        }
        return scaled;
    }
}
