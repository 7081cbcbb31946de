package org.vectorscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.cli.tour.Walk;
import org.vectorscope.engine.SelfCheck;
import org.vectorscope.engine.SelfChecks;
import org.vectorscope.geometry.GeometryReport;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.Outcome;
import org.vectorscope.study.ArmEffects.ArmEffect;
import org.vectorscope.study.SideBySideResult;
import org.vectorscope.vector.Extraction;

/** The main path on the real starter model: what the README claims of it. */
@Tag("slow")
class StarterPathTest {
    private static Lab lab;
    private static OpenModel open;
    private static Walk walk;

    @BeforeAll
    static void walkThrough(@TempDir Path data) {
        Path starter = Starter.path();
        lab = Lab.open(new DataFolder(data));
        open = lab.models().open(starter, Monitor.NONE);
        walk = Walk.through(lab, open, Monitor.NONE);
    }

    @AfterAll
    static void close() {
        if (open != null) {
            open.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void theRecommendedLayerIsOneOfThoseThatAreKnownToSteer() {
        assertThat(walk.texts().layer()).isBetween(12, 20);
    }

    @Test
    void theVectorMovesTheScoreOfHeldOutPromptsTowardsItsSide() {
        ArmEffect v = effect("v");
        assertThat(v.low()).isPositive();
        assertThat(v.seen()).isTrue();
    }

    @Test
    void turnedRoundItMovesTheScoreTheOtherWay() {
        ArmEffect minus = effect("-v");
        assertThat(minus.d()).isLessThanOrEqualTo(-0.8);
        assertThat(minus.high()).isLessThan(-0.3);
    }

    @Test
    void randomAndPerpendicularPushesOfTheSameLengthDoLess() {
        double v = effect("v").d();
        assertThat(Math.abs(effect("random.1").d())).isLessThan(v);
        assertThat(Math.abs(effect("perp.1").d())).isLessThan(v);
    }

    @Test
    void everyControlIsTreatedAsTheVectorIs() {
        assertThat(walk.effects())
                .extracting(ArmEffect::arm)
                .containsExactly("v", "-v", "sqrt2v", "orthogonal.1", "perp.1", "random.1");
        assertThat(walk.effects())
                .extracting(ArmEffect::prompts)
                .containsOnly(walk.spec().set().prompts().size());
        assertThat(walk.effects())
                .allSatisfy(e -> assertThat(e.logOdds().d()).isNotNull())
                .allSatisfy(e -> assertThat(e.promptMeans().d()).isNotNull());
    }

    @Test
    void unsteeredTextsDoNotDivergeFromThemselves() {
        for (SideBySideResult.PromptResult prompt : walk.texts().prompts()) {
            assertThat(prompt.arms().getFirst().samples().getFirst().klToNone()).isZero();
        }
    }

    @Test
    void theRankFloorAndTheRandomNullAgreeWithNAndD() {
        GeometryReport report =
                walk.geometry().report(Optional.of(walk.direction().v()), Walk.THRESHOLD);
        assertThat(report.nullSpace().rankFloor()).isEqualTo(report.d() - (report.n() - 1));
        assertThat(report.nullSpace().randomNull().low())
                .isEqualTo(report.nullSpace().rankFloor());
        assertThat(report.nullSpace().dimension())
                .isGreaterThanOrEqualTo(report.nullSpace().rankFloor());
    }

    @Test
    void theSameRequestAgainIsAnsweredFromTheCache() {
        Outcome<Extraction> again = lab.vectors().extract(open, walk.spec(), Monitor.NONE);
        assertThat(again.cached()).isTrue();
        assertThat(again.value().at(15)).isEqualTo(walk.extraction().at(15));
        assertThat(again.value().layers()).isEqualTo(walk.extraction().layers());
    }

    @Test
    void theEngineAgreesWithItselfHoweverItIsAsked() {
        assertThat(SelfChecks.run(open.model(), Monitor.NONE)).isNotEmpty().allMatch(SelfCheck::passed);
    }

    private static ArmEffect effect(String arm) {
        return walk.effects().stream()
                .filter(e -> e.arm().equals(arm))
                .findFirst()
                .orElseThrow();
    }
}
