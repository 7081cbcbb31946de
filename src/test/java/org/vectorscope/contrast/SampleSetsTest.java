package org.vectorscope.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.contrast.ContrastSet.Shift;

class SampleSetsTest {
    static List<ContrastSet> sets() {
        return SampleSets.all();
    }

    @Test
    void atLeastEightTraitsComeWithTheProgram() {
        assertThat(SampleSets.names())
                .contains(
                        "sentiment", "formality", "politeness", "truthfulness", "agreeableness", "patience", "caution")
                .hasSizeGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void aSetIsLargeEnoughAndSaysNothingTwice(ContrastSet set) {
        assertThat(set.pairs()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(SetChecks.repeats(set)).isEmpty();
        assertThat(set.prompts()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(set.allPrompts()).doesNotHaveDuplicates();
        assertThat(set.description()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void aSetHasPromptsOfOtherTopicsAndGenres(ContrastSet set) {
        assertThat(set.shifts())
                .extracting(Shift::axis, Shift::name)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"topic\", \"medical\")",
                        "(\"topic\", \"legal\")",
                        "(\"topic\", \"creative\")",
                        "(\"genre\", \"email\")",
                        "(\"genre\", \"tweet\")",
                        "(\"genre\", \"academic\")");
        assertThat(set.shifts()).allSatisfy(s -> assertThat(s.prompts()).hasSizeGreaterThanOrEqualTo(8));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void heldOutPromptsAreNoneOfThePairsQuestions(ContrastSet set) {
        Set<String> both = new HashSet<>(set.questions());
        both.retainAll(set.allPrompts());

        assertThat(both).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void textSidesEndInTheSamePunctuationAndLettersAreBalanced(ContrastSet set) {
        if (set.kind() == Kind.CHOICE) {
            long a =
                    set.pairs().stream().filter(p -> p.positive().equals("(A)")).count();
            assertThat(2 * a).isEqualTo(set.pairs().size());
            assertThat(set.pairs())
                    .allMatch(p -> p.prompt().contains("\n\nChoices:\n (A) ")
                            && p.prompt().contains("\n (B) "));
        } else {
            assertThat(set.pairs())
                    .allMatch(p -> p.positive().endsWith(".") && p.negative().endsWith("."));
        }
    }

    @Test
    void aSampleIsFoundByNameWhereNoFileHasThatName(@TempDir Path folder) throws Exception {
        assertThat(SampleSets.open("sentiment")).isEqualTo(SampleSets.open("sentiment.json"));
        assertThat(SampleSets.find("no such set")).isEmpty();
        Path own = folder.resolve("sentiment.json");
        ContrastFiles.write(own, SampleSets.open("patience"), ContrastFiles.Format.JSON);
        assertThat(SampleSets.open(own.toString()).name()).isEqualTo("patience");
    }
}
