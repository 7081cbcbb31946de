/** Figures as files: PNG, SVG, PDF and their numbers. */
@NullMarked
package org.vectorscope.figure.export;

import org.jspecify.annotations.NullMarked;
