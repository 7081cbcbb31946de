package org.vectorscope.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.Checkpoints;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.container.SafetensorsFile;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.job.Monitor;

/** From the file to the logits: every tiny checkpoint against transformers' forward pass over the same file. */
class ReferenceTraceTest {
    /** Of the largest value of a tensor, the rest being rounding. */
    private static final double CLOSE = 1e-5;

    private static TorchRuntime runtime;

    @BeforeAll
    static void start() {
        runtime = TorchRuntime.start();
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @ParameterizedTest
    @FieldSource("org.vectorscope.checkpoint.TinyModels#FOLDERS")
    void foldersComputeWhatTransformersComputes(String name) throws IOException {
        assertSame(TinyModels.folder(name), TinyModels.trace(name));
    }

    @ParameterizedTest
    @FieldSource("org.vectorscope.checkpoint.TinyModels#QUANTISED")
    void ggufTypesComputeWhatTransformersComputes(String type) throws IOException {
        assertSame(TinyModels.gguf(type), TinyModels.ggufTrace(type));
    }

    @ParameterizedTest
    @FieldSource("org.vectorscope.checkpoint.TinyModels#SAME_AS_FOLDER")
    void convertedModelsComputeWhatTheirOriginalsCompute(String name) throws IOException {
        assertSame(TinyModels.gguf(name), TinyModels.trace(name));
    }

    private static void assertSame(Path path, Path reference) throws IOException {
        try (SafetensorsFile trace = SafetensorsFile.open(reference);
                Checkpoint checkpoint = Checkpoints.open(path);
                LanguageModel model = new TorchModels(runtime).load(checkpoint, Monitor.NONE)) {
            int[] ids = LongStream.of(trace.integers("ids"))
                    .mapToInt(Math::toIntExact)
                    .toArray();
            for (Map.Entry<String, float[]> ours : capture(model, ids).entrySet()) {
                assertClose(ours.getKey(), ours.getValue(), trace.floats(ours.getKey()));
            }
        }
    }

    /** By the names of the trace. */
    private static Map<String, float[]> capture(LanguageModel model, int[] ids) {
        int d = model.config().dModel();
        int vocabulary = model.config().vocabulary();
        int layers = model.config().layers();
        Map<String, float[]> seen = new HashMap<>(Map.of("logits", new float[ids.length * vocabulary]));
        IntStream.range(-1, layers).forEach(layer -> seen.put(name(layer), new float[ids.length * d]));
        TreeSet<Integer> wanted =
                new TreeSet<>(IntStream.range(-1, layers).boxed().toList());
        CaptureSink sink = new CaptureSink() {
            @Override
            public void residual(int text, int layer, int position, float[] values) {
                System.arraycopy(values, 0, seen.get(name(layer)), position * d, d);
            }

            @Override
            public void logits(int text, int position, float[] values) {
                System.arraycopy(values, 0, seen.get("logits"), position * vocabulary, vocabulary);
            }
        };
        model.capture(new CaptureRequest(List.of(ids), wanted, new CaptureRequest.From(0), true), sink, Monitor.NONE);
        return seen;
    }

    private static String name(int layer) {
        return layer == CaptureRequest.EMBEDDINGS ? "embeddings" : "resid_post." + layer;
    }

    private static void assertClose(String name, float[] ours, float[] theirs) {
        assertThat(ours).as(name).hasSameSizeAs(theirs);
        double largest = IntStream.range(0, theirs.length)
                .mapToDouble(i -> Math.abs(theirs[i]))
                .max()
                .orElse(0);
        double error = IntStream.range(0, theirs.length)
                .mapToDouble(i -> Math.abs(ours[i] - theirs[i]))
                .max()
                .orElse(0);
        assertThat(error / largest)
                .as("%s, first %s", name, Arrays.toString(Arrays.copyOf(ours, 3)))
                .isLessThan(CLOSE);
    }
}
