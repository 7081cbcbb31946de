package org.vectorscope.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vectorscope.checkpoint.TinyModels;

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
        Traces.compare(runtime, path, reference, (model, trace, ids) -> {
            for (Map.Entry<String, float[]> ours : Traces.capture(model, ids).entrySet()) {
                assertClose(ours.getKey(), ours.getValue(), trace.floats(ours.getKey()));
            }
        });
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
