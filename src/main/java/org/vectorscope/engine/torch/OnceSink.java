package org.vectorscope.engine.torch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;

/**
 * Tells a receiver each thing once, though a capture that ran out of memory half-way is done again. A bit for each thing
 * that was asked for.
 */
final class OnceSink implements CaptureSink {
    private final CaptureRequest request;
    private final CaptureSink sink;
    private final List<Integer> layers;
    private final List<BitSet> told = new ArrayList<>();

    OnceSink(CaptureRequest request, CaptureSink sink) {
        this.request = request;
        this.sink = sink;
        this.layers = List.copyOf(request.layers());
        request.texts().forEach(text -> told.add(new BitSet()));
    }

    @Override
    public void residual(int text, int layer, int position, float[] values) {
        tell(text, layers.indexOf(layer), position, () -> sink.residual(text, layer, position, values));
    }

    @Override
    public void logits(int text, int position, float[] values) {
        tell(text, layers.size(), position, () -> sink.logits(text, position, values));
    }

    private void tell(int text, int row, int position, Runnable delivery) {
        BitSet bits = told.get(text);
        int bit = row * request.texts().get(text).length + position;
        if (!bits.get(bit)) {
            delivery.run();
            bits.set(bit);
        }
    }
}
