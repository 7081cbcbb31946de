package org.vectorscope.engine;

/** Takes what a capture reads, as it is read, in any order of texts. Called from the engine's thread. */
public interface CaptureSink {
    /**
     * @param text index into the request's texts
     * @param layer the layer, or {@link CaptureRequest#EMBEDDINGS}
     * @param position index of the token in the text
     * @param values [d_model]; the receiver's to keep
     */
    void residual(int text, int layer, int position, float[] values);

    /** @param values [vocabulary] or [ids], as asked for, before softmax; the receiver's to keep */
    default void logits(int text, int position, float[] values) {}
}
