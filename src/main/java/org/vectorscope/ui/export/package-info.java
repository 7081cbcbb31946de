/** A figure as files: the dialog that asks how, and shows it at its true size. */
@NullMarked
package org.vectorscope.ui.export;

import org.jspecify.annotations.NullMarked;
