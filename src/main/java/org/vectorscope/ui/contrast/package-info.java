/** The pairs a vector is made of: edited, checked, and seen as the model sees them. */
@NullMarked
package org.vectorscope.ui.contrast;

import org.jspecify.annotations.NullMarked;
