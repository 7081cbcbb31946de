package org.vectorscope.study;

/**
 * Propensities of one item: logit of the matching letter minus that of the other.
 *
 * @param unsteered without any vector
 * @param steered [layers][strengths], in the spec's order; at strength 0 the unsteered one
 */
public record ItemPropensities(float unsteered, float[][] steered) {}
