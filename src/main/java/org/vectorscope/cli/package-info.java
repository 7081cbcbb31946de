/** The command line. */
@NullMarked
package org.vectorscope.cli;

import org.jspecify.annotations.NullMarked;
