package org.vectorscope.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.Checkpoints;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.container.SafetensorsFile;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.Trace;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;

class TraceTest {
    private static final double TOLERANCE = 5e-5;
    private static TorchRuntime runtime;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        runtime = TorchRuntime.start();
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    private static Stream<Arguments> models() {
        return Stream.of(
                        TinyModels.FOLDERS.stream()
                                .map(n -> Arguments.of(n, TinyModels.folder(n), TinyModels.trace(n))),
                        TinyModels.SAME_AS_FOLDER.stream()
                                .map(n -> Arguments.of(n + ".gguf", TinyModels.gguf(n), TinyModels.trace(n))),
                        TinyModels.QUANTISED.stream()
                                .map(n -> Arguments.of(n, TinyModels.gguf(n), TinyModels.ggufTrace(n))))
                .flatMap(s -> s);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everyTensorIsTransformers(String name, Path model, Path reference) throws IOException {
        Path ours = folder.resolve("trace.safetensors");
        try (SafetensorsFile expected = SafetensorsFile.open(reference)) {
            int[] ids = LongStream.of(expected.integers("ids"))
                    .mapToInt(Math::toIntExact)
                    .toArray();
            trace(model, ids, ours);
            try (SafetensorsFile written = SafetensorsFile.open(ours)) {
                assertThat(written.integers("ids")).isEqualTo(expected.integers("ids"));
                for (String tensor : written.names()) {
                    if (!tensor.equals("ids")) {
                        assertThat(worst(written, expected, tensor)).as(tensor).isLessThan(TOLERANCE);
                    }
                }
                assertThat(written.names()).contains("embeddings", "resid_post.0", "logits");
            }
        }
    }

    private static void trace(Path model, int[] ids, Path out) throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(model);
                LanguageModel loaded = new TorchModels(runtime).load(checkpoint, Monitor.NONE)) {
            Trace.write(loaded, ids, out, Monitor.NONE);
        }
    }

    /** Largest ‖ours − theirs‖ / ‖theirs‖ of a token. */
    private static double worst(SafetensorsFile ours, SafetensorsFile theirs, String name) {
        float[] a = ours.tensors().get(name).floats();
        float[] b = theirs.tensors().get(name).floats();
        assertThat(ours.tensors().get(name).shape())
                .isEqualTo(theirs.tensors().get(name).shape());
        int width = Math.toIntExact(ours.tensors().get(name).shape().getLast());
        double worst = 0;
        for (int from = 0; from < a.length; from += width) {
            double error = 0;
            double size = 0;
            for (int i = from; i < from + width; i++) {
                error += Math.pow((double) a[i] - b[i], 2);
                size += (double) b[i] * b[i];
            }
            worst = Math.max(worst, Math.sqrt(error / size));
        }
        return worst;
    }

    @Test
    void idsThatAreNotTheModelsLeaveNoFile() {
        Path out = folder.resolve("none.safetensors");
        assertThatThrownBy(() -> trace(TinyModels.folder("tied"), new int[] {1_000_000}, out))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("outside the vocabulary");
        assertThat(out).doesNotExist();
    }
}
