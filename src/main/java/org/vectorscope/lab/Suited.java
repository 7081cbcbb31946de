package org.vectorscope.lab;

import java.util.List;
import java.util.function.ToLongFunction;
import org.vectorscope.engine.Precision;

/**
 * Which precision suits a model on this machine: float32, the reference, unless this processor is clearly quicker with
 * 16-bit weights, whose results hardly differ. Where there is no room for it, the next coarser.
 */
final class Suited {
    /** Times float32's speed from which on 16-bit weights are taken: what is about as fast must not change from start to start. */
    private static final double CLEARLY = 1.25;

    private static final List<Precision> HALF_FIRST = List.of(Precision.F16W, Precision.W4);
    private static final List<Precision> WHOLE_FIRST = List.of(Precision.F32, Precision.F16W, Precision.W4);
    private static final List<Precision> GPU = List.of(Precision.F32, Precision.F16);

    private Suited() {}

    /**
     * @param needed bytes, by precision
     * @param available bytes
     * @param halfSpeed times float32's speed that 16-bit weights reach here
     */
    static Precision onCpu(ToLongFunction<Precision> needed, long available, double halfSpeed) {
        return finest(halfSpeed >= CLEARLY ? HALF_FIRST : WHOLE_FIRST, needed, available);
    }

    static Precision onGpu(ToLongFunction<Precision> needed, long available) {
        return finest(GPU, needed, available);
    }

    /** The first that fits; where none does, the first: it is what the refusal then speaks of. */
    private static Precision finest(List<Precision> order, ToLongFunction<Precision> needed, long available) {
        return order.stream()
                .filter(precision -> needed.applyAsLong(precision) <= available)
                .findFirst()
                .orElse(order.getFirst());
    }
}
