/** The window. */
@NullMarked
package org.vectorscope.ui;

import org.jspecify.annotations.NullMarked;
