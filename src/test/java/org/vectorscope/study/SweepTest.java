package org.vectorscope.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.Checkpoints;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.cli.Starter;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.Steering;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.engine.torch.TorchModels;
import org.vectorscope.engine.torch.TorchRuntime;
import org.vectorscope.geometry.Rows;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;
import org.vectorscope.score.LetterScore;

/** A sweep against what it stands for: one forward pass for each item, layer and strength. */
class SweepTest {
    private static TorchRuntime runtime;

    @BeforeAll
    static void start() {
        runtime = TorchRuntime.start();
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    private static SweepSpec spec(LanguageModel model, int items, double size, double... strengths) {
        Random random = new Random(7);
        int vocabulary = model.config().vocabulary();
        int[] shared = random.ints(14, 0, vocabulary).toArray();
        List<SweepItem> all = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            int[] prefix = java.util.Arrays.copyOf(shared, 14 + random.nextInt(3, 12));
            for (int t = 14; t < prefix.length; t++) {
                prefix[t] = random.nextInt(vocabulary);
            }
            int letter = random.nextInt(vocabulary);
            LetterScore score = new LetterScore(prefix, letter, (letter + 1) % vocabulary);
            all.add(new SweepItem(score, prefix.length - 1 - i % 3));
        }
        TreeMap<Integer, float[]> vectors = new TreeMap<>();
        for (int layer = 0; layer < model.config().layers(); layer++) {
            float[] vector = new float[model.config().dModel()];
            for (int j = 0; j < vector.length; j++) {
                vector[j] = (float) (size * random.nextGaussian());
            }
            vectors.put(layer, vector);
        }
        return new SweepSpec(all, vectors, strengths);
    }

    private static Map<Integer, ItemPropensities> sweep(LanguageModel model, SweepSpec spec) {
        Map<Integer, ItemPropensities> done = new HashMap<>();
        List<Integer> items = IntStream.range(0, spec.items().size()).boxed().toList();
        Sweep.run(
                model,
                spec,
                items,
                (item, propensities) -> assertThat(done.put(item, propensities)).isNull(),
                Monitor.NONE);
        assertThat(done).hasSameSizeAs(spec.items());
        return done;
    }

    /** The whole vocabulary's logits of one text in a request of its own. */
    private static double alone(LanguageModel model, SweepItem item, Steering steering) {
        double[] read = new double[1];
        CaptureRequest request = new CaptureRequest(
                List.of(item.score().prefix()),
                new TreeSet<>(),
                new CaptureRequest.FromEnd(-1),
                true,
                List.of(steering),
                List.of(item.promptLength()));
        model.capture(
                request,
                new CaptureSink() {
                    @Override
                    public void residual(int text, int layer, int position, float[] values) {}

                    @Override
                    public void logits(int text, int position, float[] values) {
                        read[0] = item.score().propensity(values);
                    }
                },
                Monitor.NONE);
        return read[0];
    }

    private static Steering push(SweepSpec spec, int layer, double strength) {
        float[] vector = Rows.scaled(spec.vectors().get(layer), strength);
        return new Steering(List.of(new Steering.Push(layer, vector, TokenRange.FROM_LAST)));
    }

    private static void isWhatEachPassSays(LanguageModel model, SweepSpec spec, List<Integer> layers) {
        Map<Integer, ItemPropensities> done = sweep(model, spec);
        done.forEach((index, item) -> {
            SweepItem asked = spec.items().get(index);
            assertThat(item.unsteered()).isCloseTo((float) alone(model, asked, Steering.NONE), within(1e-4f));
            for (int layer : layers) {
                for (int s = 0; s < spec.strengths().length; s++) {
                    double expected = alone(model, asked, push(spec, layer, spec.strengths()[s]));
                    assertThat(item.steered()[layer][s]).isCloseTo((float) expected, within(1e-4f));
                }
            }
        });
    }

    private static LanguageModel load(Checkpoint checkpoint) {
        return new TorchModels(runtime).load(checkpoint, Monitor.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"talking", "tied", "biased", "free-head-dim", "bfloat16"})
    void everyCellIsWhatAForwardPassOfItsOwnSays(String folder) throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(TinyModels.folder(folder));
                LanguageModel model = load(checkpoint)) {
            List<Integer> layers =
                    IntStream.range(0, model.config().layers()).boxed().toList();
            isWhatEachPassSays(model, spec(model, 5, 0.3, -2, 0, 0.5, 1), layers);
        }
    }

    @Test
    void withoutStrengthZeroTheUnsteeredPropensityIsThereAllTheSame() throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(TinyModels.folder("talking"));
                LanguageModel model = load(checkpoint)) {
            isWhatEachPassSays(model, spec(model, 2, 0.3, -1, 1), List.of(0, 1));
        }
    }

    @Test
    void aQuantisedFileGivesItsHeadRowByRow() throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(TinyModels.gguf("Q4_K"));
                LanguageModel model = load(checkpoint)) {
            isWhatEachPassSays(model, spec(model, 2, 0.3, -1, 0, 1), List.of(0));
        }
    }

    @Test
    void calledOffItStopsAndKeepsWhatWasDone() throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(TinyModels.folder("talking"));
                LanguageModel model = load(checkpoint)) {
            List<Integer> heard = new ArrayList<>();
            Monitor afterTheFirst = new Monitor() {
                @Override
                public void progress(String stage, double done, double total) {
                    assertThat(stage).isEqualTo("Sweeping 400 items");
                    assertThat(done).isBetween(0.0, total);
                }

                @Override
                public void check() {
                    if (!heard.isEmpty()) {
                        throw new Cancelled();
                    }
                }
            };
            SweepSpec spec = spec(model, 400, 0.3, -1, 0, 1);
            List<Integer> items = IntStream.range(0, 400).boxed().toList();
            assertThatThrownBy(() -> Sweep.run(model, spec, items, (item, p) -> heard.add(item), afterTheFirst))
                    .isInstanceOf(Cancelled.class);
            assertThat(heard.size()).isBetween(1, 399);
        }
    }

    @Test
    @Tag("slow")
    void onTheStarterEveryCellIsWhatAForwardPassOfItsOwnSays() throws IOException {
        Path path = Starter.path();
        try (Checkpoint checkpoint = Checkpoints.open(path);
                LanguageModel model = load(checkpoint)) {
            isWhatEachPassSays(model, spec(model, 2, 1, SEVEN), List.of(0, 15, 28, 29));
        }
    }

    private static final double[] SEVEN = SweepSpec.STRENGTHS;
}
