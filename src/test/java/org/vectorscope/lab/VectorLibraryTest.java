package org.vectorscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
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
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;
import org.vectorscope.vector.Extraction;
import org.vectorscope.vector.SteeringVectors;
import org.vectorscope.vector.VectorFiles;

class VectorLibraryTest {
    @TempDir
    Path folder;

    private Lab lab;
    private OpenModel open;
    private VectorLibrary library;
    private VectorSpec spec;

    @BeforeEach
    void openModel() {
        lab = Lab.open(new DataFolder(folder.resolve("data")));
        open = lab.models().open(TinyModels.folder("talking"), Monitor.NONE);
        library = new VectorLibrary(lab.store());
        ContrastSet set = lab.contrasts().samples().getFirst();
        spec = VectorSpec.of(set.first(OptionalInt.of(6)));
    }

    @AfterEach
    void close() {
        open.close();
        lab.close();
    }

    @Test
    void anExtractedVectorIsListedWithItsReports() {
        Outcome<Extraction> made = lab.vectors().extract(open, spec, Monitor.NONE);

        List<SavedVector> saved = library.of(open);

        assertThat(saved).hasSize(1);
        SavedVector vector = saved.getFirst();
        assertThat(vector.run().number()).isEqualTo(made.run());
        assertThat(vector.name()).isEqualTo(spec.set().name());
        assertThat(vector.n()).isEqualTo(6);
        assertThat(vector.byLayer().get(1))
                .containsExactly(made.value().vectors().get(1));
        assertThat(vector.at(1)).contains(made.value().layers().get(1));
        assertThat(vector.pairsSha256()).contains(spec.set().pairsSha256());
    }

    @Test
    void aNameStays() {
        lab.vectors().extract(open, spec, Monitor.NONE);

        library.rename(library.of(open).getFirst(), "cheerful 6");

        assertThat(library.of(open).getFirst().name()).isEqualTo("cheerful 6");
    }

    @Test
    void whatIsExportedIsImportedAgainAndKept() {
        lab.vectors().extract(open, spec, Monitor.NONE);
        SavedVector made = library.of(open).getFirst();
        Path file = folder.resolve("v.gguf");

        assertThat(library.write(made, open, file))
                .hasSize(1)
                .first()
                .asString()
                .contains("layer 0 was left out");
        SavedVector read = library.read(open, file);

        assertThat(read.byLayer().get(1)).containsExactly(made.byLayer().get(1));
        assertThat(read.method()).isEqualTo(made.method());
        assertThat(read.name()).isEqualTo("v.gguf");
        assertThat(library.of(open)).extracting(SavedVector::name).containsExactlyInAnyOrder("v.gguf", made.name());
    }

    @Test
    void vectorsOfAnotherModelAreRefused() throws Exception {
        Path file = folder.resolve("wide.gguf");
        SteeringVectors wide =
                new SteeringVectors(new TreeMap<>(Map.of(1, new float[] {1, 2, 3})), "other", Optional.empty());
        VectorFiles.write(file, wide, "llama");

        assertThatThrownBy(() -> library.read(open, file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("3 wide, the model's residual stream is 32");
        assertThat(library.of(open)).isEmpty();
    }
}
