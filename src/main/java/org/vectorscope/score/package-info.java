/** What a text shows: trait scores from a sentence model that is not under study. */
@NullMarked
package org.vectorscope.score;

import org.jspecify.annotations.NullMarked;
