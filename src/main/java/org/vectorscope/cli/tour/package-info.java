/** The whole main path on one model, without a display: numbers, figures, screens, one page that shows them. */
@NullMarked
package org.vectorscope.cli.tour;

import org.jspecify.annotations.NullMarked;
