/** Charts and columns as pictures: themes, PNG, SVG, PDF, CSV, captions. */
@NullMarked
package org.vectorscope.figure;

import org.jspecify.annotations.NullMarked;
