/** What a vector does: arms, side by side, statistics of effects. */
@NullMarked
package org.vectorscope.study;

import org.jspecify.annotations.NullMarked;
