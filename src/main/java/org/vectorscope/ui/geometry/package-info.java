/** The Geometry screen: where a vector sits among the activations it was made of. */
@NullMarked
package org.vectorscope.ui.geometry;

import org.jspecify.annotations.NullMarked;
