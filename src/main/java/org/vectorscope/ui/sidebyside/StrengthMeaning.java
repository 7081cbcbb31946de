package org.vectorscope.ui.sidebyside;

import java.util.OptionalDouble;
import org.vectorscope.study.StrengthScale.KlCurve;

/**
 * What strengths of a vector mean at a layer.
 *
 * @param share of the residual's length that one v is
 * @param kl measured at the prompt's end
 * @param breaksUpFrom the least strength that was run and whose texts fell apart
 */
record StrengthMeaning(double share, KlCurve kl, OptionalDouble breaksUpFrom) {
    /** Texts that cost the unsteered model this many nats a token more than its own are seen to fall apart. */
    static final double BROKEN = 1;

    /** The scale ends near this share of the residual's length: twice what steers. */
    private static final double FARTHEST = 0.6;

    StrengthMeaning breakingFrom(OptionalDouble strength) {
        return new StrengthMeaning(share, kl, strength);
    }

    /** The largest multiple on the scale, one that six ticks divide well. */
    double most() {
        double exact = FARTHEST / share;
        double step = exact < 1.5 ? 0.3 : exact < 6 ? 1.5 : exact < 30 ? 6 : 30;
        return Math.max(step, Math.rint(exact / step) * step);
    }
}
