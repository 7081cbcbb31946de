package org.vectorscope.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.Checkpoints;
import org.vectorscope.checkpoint.FamilyModels;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;
import org.vectorscope.engine.EngineFailure;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.Precision;
import org.vectorscope.job.Monitor;
import org.vectorscope.study.Divergence;

/** What each precision computes beside float32 of the same file: tiny models with random weights, 64 random tokens. */
class PrecisionTest {
    private static final int TOKENS = 64;

    private static TorchRuntime runtime;

    @BeforeAll
    static void start() {
        runtime = TorchRuntime.start();
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    /** One family each way of building a block, and the tiny model that the whole program is tried on. */
    static List<Path> folders() {
        Stream<Path> families = FamilyModels.folders().stream()
                .map(FamilyModels.Model::path)
                .filter(path -> path.getFileName().toString().equals("new-spelling"));
        return Stream.concat(Stream.of(TinyModels.folder("talking")), families).toList();
    }

    /** Files that hold most of their weights in 4 bits. */
    static List<Path> fourBits() {
        Stream<Path> families = FamilyModels.ggufs().stream()
                .map(FamilyModels.Model::path)
                .filter(path -> path.toString().matches(".*Q4_[01]\\.gguf"));
        return Stream.concat(families, Stream.of(TinyModels.gguf("Q4_0"), TinyModels.gguf("Q4_1")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void sixteenBitWeightsChangeNextToNothing(Path path) throws IOException {
        float[][] reference = logits(path, Precision.F32);
        float[][] ours = logits(path, Precision.F16W);
        System.out.println(path + " f16w kl " + meanKl(reference, ours) + " worst rms " + worst(reference, ours) + " most " + largest(reference, ours));
        assertThat(meanKl(reference, ours)).isLessThan(1e-5);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void bfloat16KeepsTheLogitsWithinThreePercentOfTheirScale(Path path) throws IOException {
        float[][] reference = logits(path, Precision.F32);
        float[][] ours = logits(path, Precision.BF16);
        System.out.println(path + " bf16 kl " + meanKl(reference, ours) + " worst rms " + worst(reference, ours) + " most " + largest(reference, ours));
        assertThat(worst(reference, ours)).isLessThan(0.03);
    }

    @ParameterizedTest
    @MethodSource("fourBits")
    void fourBitWeightsComputeWhatTheSameFileDequantisedDoes(Path path) throws IOException {
        float[][] reference = logits(path, Precision.F32);
        float[][] ours = logits(path, Precision.W4);
        System.out.println(path + " w4 kl " + meanKl(reference, ours) + " worst rms " + worst(reference, ours) + " most " + largest(reference, ours));
        assertThat(worst(reference, ours)).isLessThan(0.01);
    }

    private static float[][] logits(Path path, Precision precision) throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(path);
                LanguageModel model = new TorchModels(runtime).load(checkpoint, precision, Monitor.NONE)) {
            int[] ids = new Random(5)
                    .ints(TOKENS, 0, model.config().vocabulary())
                    .toArray();
            float[][] logits = new float[TOKENS][];
            CaptureSink sink = new CaptureSink() {
                @Override
                public void residual(int text, int layer, int position, float[] values) {}

                @Override
                public void logits(int text, int position, float[] values) {
                    logits[position] = values;
                }
            };
            model.capture(
                    new CaptureRequest(List.of(ids), new TreeSet<>(), new CaptureRequest.From(0), true),
                    sink,
                    Monitor.NONE);
            return logits;
        }
    }

    private static double meanKl(float[][] reference, float[][] ours) {
        return IntStream.range(0, TOKENS)
                .mapToDouble(i -> Divergence.kl(reference[i], ours[i]))
                .average()
                .orElseThrow();
    }

    /** Root mean square of the error over that of the reference, of the token where it is worst. */
    private static double worst(float[][] reference, float[][] ours) {
        return IntStream.range(0, TOKENS)
                .mapToDouble(i -> rms(minus(ours[i], reference[i])) / rms(reference[i]))
                .max()
                .orElseThrow();
    }

    /** The largest error of a logit over the largest logit of its token. */
    private static double largest(float[][] reference, float[][] ours) {
        return IntStream.range(0, TOKENS)
                .mapToDouble(i -> most(minus(ours[i], reference[i])) / most(reference[i]))
                .max()
                .orElseThrow();
    }

    private static float[] minus(float[] a, float[] b) {
        float[] difference = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double rms(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum / values.length);
    }

    private static double most(float[] values) {
        double most = 0;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }
}
