/** The frame around the screens: chips, layer strip, navigation, right panel, status bar. */
@NullMarked
package org.vectorscope.ui.shell;

import org.jspecify.annotations.NullMarked;
