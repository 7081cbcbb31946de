package org.vectorscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;
import org.vectorscope.store.Content;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Key;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Run;
import org.vectorscope.store.RunFilter;
import org.vectorscope.store.Summary;
import org.vectorscope.vector.SteeringVectors;
import org.vectorscope.vector.VectorFiles;

class ReplaysTest {
    @TempDir
    Path folder;

    private Lab lab;
    private OpenModel open;

    @BeforeEach
    void openModel() {
        lab = Lab.open(new DataFolder(folder.resolve("data")));
        open = lab.models().open(TinyModels.folder("talking"), Monitor.NONE);
    }

    @AfterEach
    void close() {
        open.close();
        lab.close();
    }

    @Test
    void theGeometryOfACorpusComesOutTheSame() throws IOException {
        lab.geometries().ofCorpus(open, corpus(), 1, Monitor.NONE);

        assertThat(replay(Kind.GEOMETRY)).isTrue();
    }

    @Test
    void theJacobianOfACorpusComesOutTheSame() throws IOException {
        lab.jacobians().ofCorpus(open, corpus(), new Jacobians.Place(0, 2, Optional.empty()), Monitor.NONE);

        assertThat(replay(Kind.JACOBIAN)).isTrue();
    }

    @Test
    void aJacobianOfAnotherAlgorithmIsNotTakenForThisOne() throws IOException {
        Path corpus = corpus();
        Jacobians.Place place = new Jacobians.Place(0, 2, Optional.empty());
        lab.jacobians().ofCorpus(open, corpus, place, Monitor.NONE);
        Run ours = run(Kind.JACOBIAN);
        Entry entry = lab.store().open(ours.number()).orElseThrow();
        ObjectNode recipe = ours.recipe().deepCopy();
        lab.store().delete(ours.number());
        lab.store()
                .put(
                        new Key(Kind.JACOBIAN, recipe.put("algorithm", "another")),
                        new Summary("Jacobian", "0", 2),
                        new Content(entry.result()),
                        Duration.ZERO);

        assertThat(lab.jacobians().cached(open, corpus, place)).isEmpty();
        Run others = run(Kind.JACOBIAN);
        assertThatThrownBy(() -> lab.replays().replay(others, open, List.of(), Monitor.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("can no longer be put together");
    }

    @Test
    void pairsThatAreNotAtHandAreFoundWithTheVectorThatWasMadeOfThem() {
        ContrastSet own = SampleSets.find("sentiment")
                .orElseThrow()
                .withPairs(List.of(
                        new ContrastSet.Pair("A?", "Good.", "Bad."),
                        new ContrastSet.Pair("B?", "Fine.", "Poor."),
                        new ContrastSet.Pair("C?", "Great.", "Awful.")));
        lab.vectors().extract(open, VectorSpec.of(own), Monitor.NONE);

        assertThat(replay(Kind.VECTOR)).isTrue();
        assertThat(new VectorLibrary(lab.store()).pairs(own.pairsSha256())).contains(own);
    }

    @Test
    void aCorpusThatWasChangedOrTakenAwayIsNotReplayed() throws IOException {
        Path corpus = corpus();
        lab.geometries().ofCorpus(open, corpus, 1, Monitor.NONE);
        Files.writeString(corpus, "Something else is in here now.\n");
        assertThatThrownBy(() -> replay(Kind.GEOMETRY))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("can no longer be put together");

        Files.delete(corpus);
        assertThatThrownBy(() -> replay(Kind.GEOMETRY))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("its corpus (corpus.txt) is not at hand");
    }

    @Test
    void aSweepComesOutTheSame() {
        lab.sweeps().run(open, sweep(Optional.empty()), soFar -> {}, Monitor.NONE);

        assertThat(replay(Kind.SWEEP)).isTrue();
    }

    @Test
    void aSweepOfAFileIsReplayedWithTheImportedVectors() throws IOException {
        Path file = folder.resolve("v.gguf");
        float[] v = new float[open.checkpoint().config().dModel()];
        v[3] = 2;
        VectorFiles.write(file, new SteeringVectors(new TreeMap<>(Map.of(1, v)), "m", Optional.empty()), "llama");
        SweepRequest request = sweep(Optional.of(new SweepRequest.Given("v.gguf", VectorFiles.read(file))));
        lab.sweeps().run(open, request, soFar -> {}, Monitor.NONE);
        assertThatThrownBy(() -> replay(Kind.SWEEP)).hasMessageContaining("its vector (v.gguf) is not at hand");

        new VectorLibrary(lab.store()).read(open, file);

        assertThat(replay(Kind.SWEEP)).isTrue();
    }

    @Test
    void aVectorOutOfAFileHasNothingToReplay() throws IOException {
        Path file = folder.resolve("v.npy");
        float[] v = new float[open.checkpoint().config().dModel()];
        v[0] = 1;
        VectorFiles.write(file, new SteeringVectors(new TreeMap<>(Map.of(0, v, 1, v)), "m", Optional.empty()), "llama");
        new VectorLibrary(lab.store()).read(open, file);

        assertThat(lab.replays().whyNot(run(Kind.VECTOR), Optional.of(open)))
                .contains("it was read from a file; nothing was computed");
    }

    private SweepRequest sweep(Optional<SweepRequest.Given> given) {
        SweepRequest usual =
                SweepRequest.of(VectorSpec.of(SampleSets.find("patience").orElseThrow()), OptionalInt.of(4));
        return new SweepRequest(usual.vector(), given, usual.layers(), new double[] {-1, 1}, usual.items());
    }

    private boolean replay(Kind kind) {
        return lab.replays().replay(run(kind), open, List.of(), Monitor.NONE);
    }

    private Run run(Kind kind) {
        return lab.store().runs(RunFilter.of(kind)).getFirst();
    }

    private Path corpus() throws IOException {
        return Files.writeString(
                folder.resolve("corpus.txt"), "The room was quiet and the bed was good.\nBreakfast cost too much.\n");
    }
}
