/** Background work: progress, cancellation, a queue of jobs. Knows no toolkit. */
@NullMarked
package org.vectorscope.job;

import org.jspecify.annotations.NullMarked;
