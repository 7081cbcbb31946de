/**
 * The Runs screen: everything computed, with its recipe. {@code RunsViewModel} holds what is shown and works off the
 * JavaFX thread; the views beside it only draw.
 */
@NullMarked
package org.vectorscope.ui.runs;

import org.jspecify.annotations.NullMarked;
