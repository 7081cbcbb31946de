package org.vectorscope.engine;

import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.job.Monitor;

/**
 * One loaded model. Calls block and may come from any thread; the work runs on the engine's own thread, one call at a
 * time. Layer L is the residual stream after block L, from 0, before the final norm; vectors are added there too.
 *
 * <p>This is the seam between the lab and whatever computes: nothing here knows tensors, devices or caches, so that an
 * engine on another machine can stand behind it.
 *
 * @throws org.vectorscope.job.Cancelled from every call, within a second of being called off
 * @throws EngineFailure where the engine cannot do what it was asked (no memory, a fault in native code)
 */
public interface LanguageModel extends AutoCloseable {
    ModelConfig config();

    /** The checkpoint's fingerprint. */
    String fingerprint();

    /** How it computes: {@code f32}. Part of every cache key. */
    String dtype();

    /** Where it computes, for people: {@code CPU · 2 threads}. */
    String device();

    /** Stops at the deepest layer wanted; logits need all layers. */
    void capture(CaptureRequest request, CaptureSink sink, Monitor monitor);

    GenerationResult generate(GenerationRequest request, GenerationListener listener, Monitor monitor);

    /**
     * How the output of a text's last token answers to changes of its residual at a layer.
     *
     * @param ids the text
     * @param step length of a change, as a share of the residual's
     */
    LastTokenJacobian jacobian(int[] ids, int layer, double step, Monitor monitor);

    /** What turns residuals into logits; to be used as long as the model is open. */
    OutputHead head();

    @Override
    void close();
}
