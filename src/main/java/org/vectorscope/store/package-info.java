/** The SQLite cache: everything computed, keyed by everything that decides it. */
@NullMarked
package org.vectorscope.store;

import org.jspecify.annotations.NullMarked;
