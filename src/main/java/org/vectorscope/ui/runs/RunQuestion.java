package org.vectorscope.ui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.store.Entry;
import org.vectorscope.study.ArmList;
import org.vectorscope.study.StrengthUnit;
import org.vectorscope.ui.common.Question;

/** What a generation was asked. */
final class RunQuestion {
    private RunQuestion() {}

    /** Whether Side by side can ask the same: one prompt or those of the set, in multiples of v, sampled its way. */
    static boolean isOfScreen(Entry entry, ContrastSet set) {
        JsonNode recipe = entry.run().recipe();
        JsonNode sampling = recipe.path("sampling");
        List<String> prompts = prompts(entry);
        return recipe.path("unit").asText().equals(StrengthUnit.VECTOR.word())
                && sampling.path("topP").doubleValue() == 1
                && !sampling.path("ignoreEos").booleanValue()
                && recipe.path("trained").intValue() == set.pairs().size()
                && (prompts.size() == 1 || prompts.equals(Question.suite(set)));
    }

    static Question of(Entry entry) {
        JsonNode recipe = entry.run().recipe();
        JsonNode sampling = recipe.path("sampling");
        return new Question(
                prompts(entry),
                ArmList.parse(recipe.path("arms").asText()),
                Arrays.stream(TokenRange.values())
                        .filter(range ->
                                range.word().equals(recipe.path("tokens").asText()))
                        .findFirst()
                        .orElse(TokenRange.FROM_LAST),
                recipe.path("samples").intValue(),
                new Sampling(
                        sampling.path("temperature").doubleValue(),
                        1,
                        sampling.path("maxTokens").intValue(),
                        sampling.path("seed").longValue(),
                        false));
    }

    private static List<String> prompts(Entry entry) {
        return StreamSupport.stream(entry.result().path("prompts").spliterator(), false)
                .map(prompt -> prompt.path("prompt").asText())
                .toList();
    }
}
