/**
 * How many texts become few passes over the weights: what texts share is found, and computed once. Arithmetic on
 * token ids only; knows no tensors.
 *
 * <p>Texts that begin alike form a forest. Nodes of several trees are packed into one row of tokens whose attention
 * mask lets a token see its ancestors and itself, so linear layers see one dense matrix without padding. Steering
 * splits a node only from the layer on where its vector is added: below it, differently steered texts are the same
 * text (see {@link org.vectorscope.engine.plan.Stage}).
 */
@NullMarked
package org.vectorscope.engine.plan;

import org.jspecify.annotations.NullMarked;
