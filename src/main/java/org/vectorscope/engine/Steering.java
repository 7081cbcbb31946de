package org.vectorscope.engine;

import java.util.List;

/** What is added to one row's residual stream. Empty pushes: an unsteered row. */
public record Steering(List<Push> pushes) {
    public static final Steering NONE = new Steering(List.of());

    /**
     * One vector added after one block.
     *
     * @param layer added to {@code resid_post.layer}
     * @param vector [d_model], already multiplied by its strength
     */
    public record Push(int layer, float[] vector, TokenRange where) {}
}
