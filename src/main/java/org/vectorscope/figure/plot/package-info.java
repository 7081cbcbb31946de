/** Charts drawn with JFreeChart: layout, axes and renderers are its own, labels and marks are ours. */
@NullMarked
package org.vectorscope.figure.plot;

import org.jspecify.annotations.NullMarked;
