/** The Vector screen: what predicts a vector's effect, layer by layer, and the vectors that are kept. */
@NullMarked
package org.vectorscope.ui.vector;

import org.jspecify.annotations.NullMarked;
