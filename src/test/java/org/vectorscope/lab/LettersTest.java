package org.vectorscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.job.Monitor;
import org.vectorscope.score.LetterScore;
import org.vectorscope.study.ArmList;
import org.vectorscope.study.LetterShift;
import org.vectorscope.study.SideBySideListener;
import org.vectorscope.study.SideBySideResult;
import org.vectorscope.study.SideBySideSpec;
import org.vectorscope.study.StrengthUnit;

/** A/B items beside the texts, on a real model of two blocks. */
class LettersTest {
    private static final int TRAINED = 6;
    private static final int ITEMS = 10;

    @TempDir
    Path folder;

    private final ContrastSet set = SampleSets.find("patience").orElseThrow().first(OptionalInt.of(ITEMS));
    private Lab lab;
    private OpenModel open;

    @BeforeEach
    void openModel() {
        lab = Lab.open(new DataFolder(folder));
        open = lab.models().open(TinyModels.folder("talking"), Monitor.NONE);
    }

    @AfterEach
    void close() {
        open.close();
        lab.close();
    }

    @Test
    void itemsThatTheVectorWasMadeWithoutAreAskedUnderEveryArm() {
        List<LetterShift> letters = letters(TRAINED);

        assertThat(letters).extracting(LetterShift::arm).containsExactly("none", "v", "-v", "random.1");
        assertThat(letters).allMatch(l -> l.heldOut() && l.n() == ITEMS - TRAINED);
        assertThat(letters.getFirst().shift()).isNull();
        assertThat(letters.subList(1, 4)).allSatisfy(l -> {
            assertThat(l.shift()).isBetween(l.low(), l.high());
            assertThat(l.propensity()).isCloseTo(letters.getFirst().propensity() + l.shift(), within(1e-9));
        });
        assertThat(letters.get(1).propensity()).isNotEqualTo(letters.get(2).propensity());
    }

    @Test
    void whereTheVectorKnowsAllItemsThatIsSaid() {
        assertThat(letters(ITEMS)).allMatch(l -> !l.heldOut() && l.n() == ITEMS);
    }

    @Test
    void withoutSteeringAPropensityIsTheDifferenceOfTheLettersLogits() {
        List<int[]> prefixes = new ArrayList<>();
        List<LetterScore> scores = open
                .templating(TemplateChoice.AUTO, Optional.empty())
                .render(set.withPairs(set.pairs().subList(TRAINED, ITEMS)), OptionalInt.empty(), Monitor.NONE)
                .pairs()
                .stream()
                .map(pair -> LetterScore.of(pair, "item"))
                .toList();
        scores.forEach(score -> prefixes.add(score.prefix()));
        double[] sum = new double[1];
        open.model()
                .capture(
                        new CaptureRequest(prefixes, new TreeSet<>(), new CaptureRequest.FromEnd(-1), true),
                        new CaptureSink() {
                            @Override
                            public void residual(int text, int layer, int position, float[] values) {}

                            @Override
                            public void logits(int text, int position, float[] values) {
                                sum[0] += scores.get(text).propensity(values) / scores.size();
                            }
                        },
                        Monitor.NONE);

        assertThat(letters(TRAINED).getFirst().propensity()).isCloseTo(sum[0], within(1e-4));
    }

    @Test
    void aVectorOfTheFirstPairsLeavesTheOthersHeldOut() {
        assertThat(Comparison.trained(set, set.pairs().subList(0, 4))).isEqualTo(4);
        assertThat(Comparison.trained(set, set.pairs().subList(2, 4))).isEqualTo(ITEMS);
        assertThat(Comparison.trained(set, List.of(new ContrastSet.Pair("?", "(A)", "(B)"))))
                .isZero();
        assertThat(Comparison.trained(set, Optional.empty())).isEqualTo(ITEMS);
    }

    private List<LetterShift> letters(int trained) {
        ContrastSet known = set.first(OptionalInt.of(trained));
        Direction direction = lab.directions().of(open, VectorSpec.of(known), Optional.of(1), Monitor.NONE);
        int[] prompt =
                open.prompt("Hello", TemplateChoice.AUTO, Optional.empty()).ids();
        SideBySideSpec spec = new SideBySideSpec(
                List.of(new SideBySideSpec.Prompt("Hello", prompt)),
                ArmList.parse("none,v,-v,random:1"),
                1,
                2,
                StrengthUnit.VECTOR,
                TokenRange.FROM_LAST,
                1,
                new Sampling(0.8, 1, 4, 1, false));
        Comparison comparison =
                new Comparison(spec, Optional.of(direction), Optional.of(set), Comparison.trained(set, known.pairs()));
        SideBySideResult result = lab.generations()
                .run(open, comparison, SideBySideListener.NONE, Monitor.NONE)
                .value();
        return result.letters();
    }
}
