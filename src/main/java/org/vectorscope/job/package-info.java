/**
 * Background work: progress, cancellation, a queue of jobs. Knows no toolkit.
 *
 * <p>{@link org.vectorscope.job.Jobs} is the only place in the program where every {@link Throwable} is caught: what
 * gets that far is logged once with its stack and becomes a sentence for the person ({@link org.vectorscope.job.Problem}).
 * Threads are never interrupted, since an interrupt closes file channels that others read from; work asks its
 * {@link org.vectorscope.job.Monitor} instead.
 */
@NullMarked
package org.vectorscope.job;

import org.jspecify.annotations.NullMarked;
