package org.vectorscope.study;

import java.util.List;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.TokenRange;

/**
 * What to put side by side. The vector itself is handed over apart, since it has a recipe of its own.
 *
 * @param prompts what is asked, in order
 * @param layer where the vectors are added: {@code resid_post.layer}
 * @param samples texts per prompt and arm
 */
public record SideBySideSpec(
        List<Prompt> prompts,
        ArmList arms,
        int layer,
        double strength,
        StrengthUnit unit,
        TokenRange tokens,
        int samples,
        Sampling sampling) {

    /** @param text as the person gave it; @param ids as the model gets it */
    public record Prompt(String text, int[] ids) {}
}
