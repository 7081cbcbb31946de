package org.vectorscope.ui.sidebyside;

import java.util.List;
import java.util.Optional;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.study.ArmList;
import org.vectorscope.ui.common.VectorInForce;

/**
 * What the screen would run now, and what the texts in sight were run with: equal, or the texts are out of date.
 *
 * @param prompts as typed
 */
record Settings(
        List<String> prompts,
        Optional<String> system,
        ArmList arms,
        int layer,
        double strength,
        TokenRange tokens,
        int samples,
        Sampling sampling,
        VectorInForce vector) {
    int rows() {
        return prompts.size() * samples;
    }

    /** "1.5 × v at layer 15". */
    String words() {
        return org.vectorscope.ui.common.Formats.plain(strength) + " × v at layer " + layer;
    }
}
