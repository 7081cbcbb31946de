/** Controls of the window; they know nothing of models or jobs. */
@NullMarked
package org.vectorscope.ui.control;

import org.jspecify.annotations.NullMarked;
