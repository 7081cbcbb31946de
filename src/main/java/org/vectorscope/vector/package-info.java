/**
 * Steering vectors out of contrast pairs: extraction at all layers from one reading of the texts, what can be known of
 * a vector before anything is generated with it, and the files vectors travel in.
 *
 * <p>Every method's direction lies in the span of the pairs' differences Δ_j, so everything here works on weights of
 * the pairs and the n × n matrix of inner products Δ_i·Δ_j: leaving a pair out, drawing pairs again and fitting anew
 * cost nothing that depends on the width of the model.
 *
 * <p>Layer L is the residual stream after block L, from 0 ({@code resid_post.L}); a vector is extracted and added at
 * the same place.
 */
@NullMarked
package org.vectorscope.vector;

import org.jspecify.annotations.NullMarked;
