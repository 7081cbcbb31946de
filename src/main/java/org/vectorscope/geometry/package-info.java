/**
 * The shape of a cloud of activations: norms, covariance, spectrum, null spaces, perturbations at a given angle.
 *
 * <p>Knows rows of numbers, not models or vectors' origins, so that {@code vector} may stand on it. Arrays and matrix
 * products are ND4J's, eigenproblems LAPACK's out of the OpenBLAS that ND4J brings, pinned to a version whose double
 * precision eigenvectors are right; every decomposition is still checked (‖AV − VΛ‖), for the version that was not
 * right answered without an error.
 */
@NullMarked
package org.vectorscope.geometry;

import org.jspecify.annotations.NullMarked;
