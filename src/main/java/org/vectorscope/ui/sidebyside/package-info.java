/** What a vector does: up to eight columns of text, streaming together. */
@NullMarked
package org.vectorscope.ui.sidebyside;

import org.jspecify.annotations.NullMarked;
