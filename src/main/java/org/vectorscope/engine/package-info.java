/** A model that runs, as its callers see it: captures, arms of a generation, logits. Knows no tensor library. */
@NullMarked
package org.vectorscope.engine;

import org.jspecify.annotations.NullMarked;
