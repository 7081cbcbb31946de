package org.vectorscope.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vectorscope.score.Fluency;

/**
 * What came out, in the shape that {@code generate --json} prints.
 *
 * @param letters one an arm, where the trait is told by A/B items; absent otherwise
 */
public record SideBySideResult(
        String model,
        int layer,
        double strength,
        String unit,
        double multiplier,
        long seed,
        double seconds,
        List<PromptResult> prompts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<LetterShift> letters) {

    public record PromptResult(String prompt, List<ArmResult> arms) {}

    /** @param norm of the arm's vector before strength; @param cosine of it with v, null for the arm none */
    public record ArmResult(String name, double norm, @Nullable Double cosine, List<Sample> samples) {}

    /**
     * @param klToNone nats, mean over the text's tokens; null for an empty text
     * @param nll nats a token under the unsteered model; null for an empty text
     * @param traitScore −1 (negative side) to 1 (positive side); null with {@code why} where none is offered
     * @param traitLogOdds the same without bounds: log odds of the positive side
     * @param pieces the text token by token; @param cosines one per token, of the residual with v
     */
    public record Sample(
            int[] ids,
            String text,
            boolean stopped,
            @Nullable Double klToNone,
            @Nullable Double nll,
            @Nullable Double traitScore,
            @Nullable Double traitLogOdds,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String why,
            Fluency fluency,
            List<String> pieces,
            double[] cosines) {}
}
