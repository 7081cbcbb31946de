/** Figures on the screen, under mouse and keyboard. */
@NullMarked
package org.vectorscope.figure.screen;

import org.jspecify.annotations.NullMarked;
