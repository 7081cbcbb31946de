package org.vectorscope.geometry;

/**
 * Directions in which the activations hardly vary. Little variance does not mean no effect on the output: that is
 * another matrix (the Jacobian).
 *
 * @param threshold share of the largest eigenvalue below which a direction counts as null
 * @param rule in words
 * @param dimension how many of the d directions, those no row could have filled among them
 * @param fraction dimension / d
 * @param rankFloor how many there would be at least, whatever the rows: max(0, d − (n − 1))
 * @param randomNull the same count for isotropic noise of the same n and d
 */
public record NullSpace(
        double threshold, String rule, int dimension, double fraction, int rankFloor, RandomNull.Count randomNull) {
    public static final String RULE = "eigenvalue < threshold × largest";
}
