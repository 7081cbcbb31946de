package org.vectorscope.geometry;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How strongly one prompt's output answers to each direction of the residual stream: the singular values of its
 * Jacobian J, and where a vector lies among its right singular vectors. J itself, as tall as the vocabulary, is never
 * formed: σ² and the vectors are those of the d × d matrix JᵀJ.
 *
 * @param squares [d] squared singular values σ², descending; rounding below zero is cut to zero
 * @param energies [d] share of ‖v‖² along each right singular vector, summing to 1; empty without a vector
 */
public record Response(double[] squares, double[] energies) {
    /**
     * @param changes [d][d], row j: what the normed residual does per unit of change along coordinate j
     * @param form [d · d], symmetric: the squared length cᵀ G c of what a change c of the normed residual does to the
     *     output
     * @param vectors the vector whose place is wanted, or none
     */
    public static Response of(List<float[]> changes, double[] form, List<float[]> vectors) {
        int d = changes.size();
        SymmetricEigen eigen = SymmetricEigen.of(product(changes, form, d), d);
        double[] energies = vectors.isEmpty() ? new double[0] : energies(eigen, vectors.getFirst());
        return new Response(Spectrum.clipped(eigen.values(), d), energies);
    }

    /** R G Rᵀ, both triangles equal to the last bit. */
    private static double[] product(List<float[]> changes, double[] form, int d) {
        double[] flat = new double[d * d];
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < d; i++) {
                flat[j * d + i] = changes.get(j)[i];
            }
        }
        INDArray r = SymmetricKernel.array(flat).reshape('c', d, d);
        INDArray g = SymmetricKernel.array(form).reshape('c', d, d);
        double[] product = SymmetricKernel.values(r.mmul(g).mmul(r.transpose()).dup('c'));
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < j; i++) {
                double both = (product[i * d + j] + product[j * d + i]) / 2;
                product[i * d + j] = both;
                product[j * d + i] = both;
            }
        }
        return product;
    }

    private static double[] energies(SymmetricEigen eigen, float[] v) {
        double square = Rows.dot(v, v);
        if (!(square > 0)) {
            throw new IllegalArgumentException("a vector of length 0 has no direction");
        }
        return Arrays.stream(eigen.vectors())
                .mapToDouble(u -> {
                    double along = Rows.dot(u, v);
                    return along * along / square;
                })
                .toArray();
    }

    /** Directions with σ below {@code share} × the largest. */
    public int nullDimension(double share) {
        double least = share * share * squares[0];
        return (int) Arrays.stream(squares)
                .filter(square -> square < least || square == 0)
                .count();
    }

    /** Share of the vector's energy in those directions, 0 … 1. */
    public double nullEnergy(double share) {
        int rank = squares.length - nullDimension(share);
        return Math.clamp(1 - Arrays.stream(energies, 0, rank).sum(), 0, 1);
    }

    /** ‖J v‖ / ‖v‖ beside what a random direction gets in the root of the mean square, √(Σσ² / d). */
    public double gain() {
        double along = 0;
        for (int k = 0; k < energies.length; k++) {
            along += squares[k] * energies[k];
        }
        return Math.sqrt(along * squares.length / Arrays.stream(squares).sum());
    }

    /** exp of the Shannon entropy of σ² / Σσ². */
    public double effectiveRank() {
        return new Spectrum(squares.length + 1, squares.length, squares).effectiveRank();
    }

    /** [d] share of ‖v‖² in the first k right singular vectors. */
    public double[] cumulative() {
        double[] cumulative = new double[energies.length];
        double sum = 0;
        for (int k = 0; k < cumulative.length; k++) {
            sum += energies[k];
            cumulative[k] = Math.min(1, sum);
        }
        return cumulative;
    }
}
