/** From activations to a steering vector, per layer, with what predicts whether it will steer. */
@NullMarked
package org.vectorscope.vector;

import org.jspecify.annotations.NullMarked;
