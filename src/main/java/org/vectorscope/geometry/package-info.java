/** What a vector is: norms, covariance spectrum, null spaces, orthogonal perturbations. */
@NullMarked
package org.vectorscope.geometry;

import org.jspecify.annotations.NullMarked;
