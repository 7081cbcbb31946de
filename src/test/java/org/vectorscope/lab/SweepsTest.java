package org.vectorscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;
import org.vectorscope.study.SweepMap;
import org.vectorscope.vector.SteeringVectors;

class SweepsTest {
    private static final String STAGE = "Sweeping ";

    @TempDir
    Path folder;

    private Lab lab;
    private OpenModel open;
    private ContrastSet set;

    @BeforeEach
    void openModel() {
        lab = Lab.open(new DataFolder(folder.resolve("data")));
        open = lab.models().open(TinyModels.folder("talking"), Monitor.NONE);
        set = lab.contrasts().samples().stream()
                .filter(s -> s.name().equals("patience"))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void close() {
        open.close();
        lab.close();
    }

    /** Counts what is swept, and calls the work off when that many items are heard of. */
    private static final class Counting implements Monitor {
        private final int until;
        private int swept;
        private int shown;

        Counting(int until) {
            this.until = until;
        }

        @Override
        public void progress(String stage, double done, double total) {
            if (stage.startsWith(STAGE)) {
                swept = (int) total;
            }
        }

        @Override
        public void check() {
            if (shown >= until) {
                throw new Cancelled();
            }
        }
    }

    private SweepReport run(SweepRequest request, Counting monitor) {
        return lab.sweeps()
                .run(open, request, soFar -> monitor.shown = soFar.map().n(), monitor)
                .value();
    }

    private SweepRequest request(int items) {
        return SweepRequest.of(VectorSpec.of(set), OptionalInt.of(items));
    }

    @Test
    void halfOfTheItemsMakeTheVectorsAndTheOthersAreSwept() {
        SweepReport report = run(request(1000), new Counting(9999));
        int pairs = set.pairs().size();
        assertThat(report.split().vectorItems()).isEqualTo(pairs / 2);
        assertThat(report.map().n()).isEqualTo(pairs - pairs / 2);
        assertThat(report.map().layers()).extracting(SweepMap.Layer::layer).containsExactly(0, 1);
        assertThat(report.map().complete()).isTrue();
    }

    @Test
    void aSecondSweepIsAnsweredFromTheStoreAndALongerOneComputesTheMissingItems() {
        SweepReport first = run(request(4), new Counting(9999));
        Counting none = new Counting(9999);
        Counting more = new Counting(9999);
        assertThat(Json.pretty(run(request(4), none))).isEqualTo(Json.pretty(first));
        assertThat(none.swept).isZero();
        assertThat(run(request(7), more).map().n()).isEqualTo(7);
        assertThat(more.swept).isEqualTo(3);
    }

    @Test
    void calledOffItGoesOnWhereItStopped() {
        Counting calledOff = new Counting(1);
        assertThatThrownBy(() -> run(request(12), calledOff)).isInstanceOf(Cancelled.class);

        SweepMap kept = lab.sweeps()
                .known(open, request(12), Monitor.NONE)
                .orElseThrow()
                .value()
                .map();
        assertThat(kept.n()).isBetween(1, 11);
        assertThat(kept.complete()).isFalse();

        Counting rest = new Counting(9999);
        SweepReport whole = run(request(12), rest);
        assertThat(rest.swept).isEqualTo(12 - kept.n());
        assertThat(whole.map().n()).isEqualTo(12);
    }

    @Test
    void whatTheCommandPrintsHasTheAgreedNames() {
        JsonNode json = Json.mapper().valueToTree(run(request(3), new Counting(9999)));
        assertThat(json.path("strengths")).hasSize(7);
        JsonNode layer = json.path("layers").path(1);
        assertThat(layer.path("propensity")).hasSize(7);
        for (String name : List.of("slope", "low", "high", "antiSteerable", "n")) {
            assertThat(layer.path(name).isNumber()).as(name).isTrue();
        }
        assertThat(layer.path("layer").asInt()).isEqualTo(1);
        assertThat(json.path("split").path("vectorFrom").asText()).isEqualTo("other half");
        assertThat(json.path("best").path("verdict").isTextual()).isTrue();
        assertThat(layer.path("propensity").path(3).asDouble())
                .isEqualTo(
                        json.path("layers").path(0).path("propensity").path(3).asDouble());
    }

    @Test
    void withVectorsFromAFileEveryItemMayBeSweptAtTheLayersItHas() {
        TreeMap<Integer, float[]> one = new TreeMap<>();
        one.put(1, new float[open.checkpoint().config().dModel()]);
        one.get(1)[0] = 1;
        SteeringVectors vectors = new SteeringVectors(one, "somewhere", Optional.empty());
        SweepRequest request = new SweepRequest(
                VectorSpec.of(set),
                Optional.of(new SweepRequest.Given("v.safetensors", vectors)),
                new TreeSet<>(),
                new double[] {-1, 0, 1},
                OptionalInt.empty());
        SweepReport report = run(request, new Counting(9999));
        assertThat(report.map().n()).isEqualTo(set.pairs().size());
        assertThat(report.map().layers()).extracting(SweepMap.Layer::layer).containsExactly(1);
        assertThat(report.split().vectorFrom()).isEqualTo("v.safetensors");
    }

    @Test
    void aSetWithoutLetteredAnswersIsRefusedInOneSentence() {
        SweepRequest request =
                SweepRequest.of(VectorSpec.of(lab.contrasts().samples().getFirst()), OptionalInt.empty());
        List<SweepReport> heard = new ArrayList<>();
        assertThatThrownBy(() -> lab.sweeps().run(open, request, heard::add, Monitor.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is no A/B set");
    }
}
