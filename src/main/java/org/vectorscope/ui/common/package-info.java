/** What every screen shares: the state in force, jobs, words, themes. */
@NullMarked
package org.vectorscope.ui.common;

import org.jspecify.annotations.NullMarked;
