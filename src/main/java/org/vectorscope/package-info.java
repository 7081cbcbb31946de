/** The program's entry. */
@NullMarked
package org.vectorscope;

import org.jspecify.annotations.NullMarked;
