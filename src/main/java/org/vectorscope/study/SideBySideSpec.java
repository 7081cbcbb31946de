package org.vectorscope.study;

import java.util.List;
import java.util.Optional;
import org.vectorscope.checkpoint.Message;
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

    /** A prompt in one of the three ways it can be given; ids are what the model gets. */
    public record Prompt(String text, int[] ids) {}

    /** A prompt before the model's template: one user turn, and a system turn where one is given. */
    public static List<Message> turns(Optional<String> system, String user) {
        Message question = new Message("user", user);
        return system.map(s -> List.of(new Message("system", s), question)).orElse(List.of(question));
    }
}
