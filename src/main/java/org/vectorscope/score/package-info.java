/**
 * How much of a trait a text shows, told by a model that is not the one under study; and how fluent it is.
 *
 * <p>Texts are embedded by all-MiniLM-L6-v2 (384 numbers, quantised, on the CPU) and scored by a logistic regression
 * that the contrast set's own answers train. How well that works is measured by cross-validation over whole prompts
 * and told with every score; below an AUC of 0.8 no score is offered. Sets whose answers are letters are scored by the
 * logits of the letters.
 */
@NullMarked
package org.vectorscope.score;

import org.jspecify.annotations.NullMarked;
