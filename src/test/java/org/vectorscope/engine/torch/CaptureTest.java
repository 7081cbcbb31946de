package org.vectorscope.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.NotEnoughMemory;
import org.vectorscope.engine.Steering;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;

class CaptureTest {
    private static TorchRuntime runtime;

    @BeforeAll
    static void start() {
        runtime = TorchRuntime.start();
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    private record Key(int text, int layer, int position) {}

    private static final class Kept implements CaptureSink {
        private final Map<Key, float[]> residuals = new HashMap<>();
        private final Map<Key, float[]> logits = new HashMap<>();

        @Override
        public void residual(int text, int layer, int position, float[] values) {
            assertThat(residuals.put(new Key(text, layer, position), values)).isNull();
        }

        @Override
        public void logits(int text, int position, float[] values) {
            assertThat(logits.put(new Key(text, 0, position), values)).isNull();
        }
    }

    private static SortedSet<Integer> all(ModelConfig config) {
        SortedSet<Integer> layers = new TreeSet<>(List.of(CaptureRequest.EMBEDDINGS));
        for (int layer = 0; layer < config.layers(); layer++) {
            layers.add(layer);
        }
        return layers;
    }

    private static int[] ids(Random random, int length, int vocabulary) {
        return random.ints(length, 0, vocabulary).toArray();
    }

    private static void same(float[] ours, double[] theirs) {
        double error = 0;
        double size = 0;
        for (int i = 0; i < theirs.length; i++) {
            error += Math.pow(ours[i] - theirs[i], 2);
            size += theirs[i] * theirs[i];
        }
        assertThat(Math.sqrt(error / size)).isLessThan(5e-5);
    }

    private static void check(String config, List<int[]> texts, List<Steering> steering, List<Integer> prompts) {
        RandomCheckpoint checkpoint = new RandomCheckpoint(config, 3);
        SlowLlama slow = new SlowLlama(checkpoint);
        Kept kept = new Kept();
        try (LanguageModel model = new TorchModels(runtime).load(checkpoint, Monitor.NONE)) {
            CaptureRequest request = new CaptureRequest(
                    texts, all(checkpoint.config()), new CaptureRequest.From(0), true, steering, prompts);
            model.capture(request, kept, Monitor.NONE);
        }
        for (int i = 0; i < texts.size(); i++) {
            Steering pushes = steering.isEmpty() ? Steering.NONE : steering.get(i);
            int length = texts.get(i).length;
            SlowLlama.Pass pass = slow.run(texts.get(i), pushes, prompts.isEmpty() ? length : prompts.get(i));
            for (int t = 0; t < length; t++) {
                same(kept.residuals.get(new Key(i, CaptureRequest.EMBEDDINGS, t)), pass.entering()[t]);
                for (int layer = 0; layer < checkpoint.config().layers(); layer++) {
                    same(kept.residuals.get(new Key(i, layer, t)), pass.residuals()[layer][t]);
                }
                same(kept.logits.get(new Key(i, 0, t)), pass.logits()[t]);
            }
        }
    }

    @Test
    void oneTextIsWhatTheSlowModelSays() {
        check(RandomCheckpoint.PLAIN, List.of(ids(new Random(1), 20, 97)), List.of(), List.of());
    }

    @Test
    void biasesAnUntiedHeadAndStretchedRotationsAreHeeded() {
        check(RandomCheckpoint.BIASED, List.of(ids(new Random(2), 40, 97)), List.of(), List.of());
    }

    @Test
    void textsThatBeginAlikeAreWhatTheyAreAlone() {
        Random random = new Random(4);
        int[] base = ids(random, 60, 97);
        List<int[]> texts = new ArrayList<>(List.of(base, base.clone(), new int[] {base[0]}, new int[] {96}));
        for (int i = 0; i < 30; i++) {
            int kept = random.nextInt(1, 50);
            int[] text = java.util.Arrays.copyOf(base, kept + random.nextInt(1, 40));
            for (int t = kept; t < text.length; t++) {
                text[t] = random.nextInt(97);
            }
            texts.add(text);
        }
        check(RandomCheckpoint.PLAIN, texts, List.of(), List.of());
    }

    @Test
    void aTextLongerThanAPackIsReadInStretches() {
        Random random = new Random(5);
        int[] text = ids(random, 1300, 97);
        int[] other = text.clone();
        other[1290] = (other[1290] + 1) % 97;
        check(RandomCheckpoint.config(1, 2000, ""), List.of(text, other, ids(random, 30, 97)), List.of(), List.of());
    }

    @Test
    void steeredTextsSharingAPromptAreWhatTheyAreAlone() {
        Random random = new Random(6);
        int[] base = ids(random, 24, 97);
        List<int[]> texts = new ArrayList<>();
        List<Steering> steering = new ArrayList<>();
        List<Integer> prompts = new ArrayList<>();
        for (TokenRange where : TokenRange.values()) {
            for (int layer = 0; layer < 4; layer++) {
                for (int prompt : new int[] {1, 10, 24}) {
                    float[] vector = new float[24];
                    for (int i = 0; i < 24; i++) {
                        vector[i] = (float) random.nextGaussian();
                    }
                    texts.add(base);
                    prompts.add(prompt);
                    steering.add(new Steering(List.of(
                            new Steering.Push(layer, vector, where),
                            new Steering.Push((layer + 2) % 4, vector, TokenRange.FROM_LAST))));
                }
            }
            texts.add(base);
            steering.add(Steering.NONE);
            prompts.add(24);
        }
        check(RandomCheckpoint.PLAIN, texts, steering, prompts);
    }

    @Test
    void onlyWhatIsAskedForIsRead() {
        RandomCheckpoint checkpoint = new RandomCheckpoint(RandomCheckpoint.PLAIN, 3);
        List<int[]> texts = List.of(new int[] {5, 6, 7}, new int[] {5, 6, 8, 9});
        Kept fromEnd = new Kept();
        Kept listed = new Kept();
        try (LanguageModel model = new TorchModels(runtime).load(checkpoint, Monitor.NONE)) {
            SortedSet<Integer> layers = new TreeSet<>(List.of(1, 2));
            model.capture(
                    new CaptureRequest(texts, layers, new CaptureRequest.FromEnd(-2), false), fromEnd, Monitor.NONE);
            List<int[]> positions = List.of(new int[] {0, 2}, new int[0]);
            model.capture(
                    new CaptureRequest(texts, layers, new CaptureRequest.Listed(positions), true),
                    listed,
                    Monitor.NONE);
        }
        assertThat(fromEnd.residuals.keySet())
                .containsExactlyInAnyOrder(new Key(0, 1, 1), new Key(0, 2, 1), new Key(1, 1, 2), new Key(1, 2, 2));
        assertThat(fromEnd.logits).isEmpty();
        assertThat(listed.residuals.keySet())
                .containsExactlyInAnyOrder(new Key(0, 1, 0), new Key(0, 2, 0), new Key(0, 1, 2), new Key(0, 2, 2));
        assertThat(listed.logits.keySet()).containsExactlyInAnyOrder(new Key(0, 0, 0), new Key(0, 0, 2));
    }

    @Test
    void logitsOfAFewTokensAreThoseOfTheWholeVocabulary() {
        for (String config : List.of(RandomCheckpoint.PLAIN, RandomCheckpoint.BIASED)) {
            RandomCheckpoint checkpoint = new RandomCheckpoint(config, 3);
            List<int[]> texts = List.of(new int[] {5, 6, 7}, new int[] {5, 6, 8, 9});
            Kept all = new Kept();
            Kept few = new Kept();
            try (LanguageModel model = new TorchModels(runtime).load(checkpoint, Monitor.NONE)) {
                CaptureRequest.Positions last = new CaptureRequest.FromEnd(-1);
                model.capture(new CaptureRequest(texts, new TreeSet<>(), last, true), all, Monitor.NONE);
                CaptureRequest.Logits wanted = new CaptureRequest.Of(90, 3, 90);
                model.capture(
                        new CaptureRequest(texts, new TreeSet<>(), last, wanted, List.of(), List.of()),
                        few,
                        Monitor.NONE);
            }
            assertThat(few.logits.keySet()).isEqualTo(all.logits.keySet());
            few.logits.forEach((key, values) -> {
                float[] whole = all.logits.get(key);
                assertThat(values).containsExactly(new float[] {whole[90], whole[3], whole[90]}, within(1e-5f));
            });
        }
    }

    @Test
    void whatIsOutsideTheModelIsRefusedInOneSentence() {
        RandomCheckpoint checkpoint = new RandomCheckpoint(RandomCheckpoint.PLAIN, 3);
        try (LanguageModel model = new TorchModels(runtime).load(checkpoint, Monitor.NONE)) {
            refused(model, new int[] {5, 97}, 0, Steering.NONE, "text 1: token 1 is 97, outside the vocabulary of 97");
            refused(model, new int[0], 0, Steering.NONE, "text 1: is empty");
            refused(model, new int[129], 0, Steering.NONE, "text 1: is 129 tokens long; the model was made for 128");
            refused(model, new int[] {5}, 4, Steering.NONE, "layer 4: is outside the model, whose layers are 0 to 3");
            refused(
                    model,
                    new int[] {5},
                    0,
                    new Steering(List.of(new Steering.Push(0, new float[23], TokenRange.ALL))),
                    "vector for layer 0: has 23 numbers, the model's width is 24");
            float[] broken = new float[24];
            broken[7] = Float.NaN;
            refused(
                    model,
                    new int[] {5},
                    0,
                    new Steering(List.of(new Steering.Push(0, broken, TokenRange.ALL))),
                    "vector for layer 0: holds a value that is not a number");
        }
    }

    private static void refused(LanguageModel model, int[] ids, int layer, Steering steering, String message) {
        CaptureRequest request = new CaptureRequest(
                List.of(ids),
                new TreeSet<>(List.of(layer)),
                new CaptureRequest.From(0),
                false,
                List.of(steering),
                List.of());
        assertThatThrownBy(() -> model.capture(request, new Kept(), Monitor.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    @Test
    void aMissingOrMisshapenTensorIsRefused() {
        RandomCheckpoint missing = new RandomCheckpoint(RandomCheckpoint.PLAIN, 3);
        missing.remove("model.layers.2.mlp.up_proj.weight");
        assertThatThrownBy(() -> new TorchModels(runtime).load(missing, Monitor.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessage("random: has no tensor model.layers.2.mlp.up_proj.weight");
        RandomCheckpoint misshapen = new RandomCheckpoint(RandomCheckpoint.PLAIN, 3);
        misshapen.reshape("model.norm.weight", 23);
        assertThatThrownBy(() -> new TorchModels(runtime).load(misshapen, Monitor.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessage("random: tensor model.norm.weight is [23], expected [24]");
    }

    @Test
    void calledOffItStopsAndGoesOnWorking() {
        RandomCheckpoint checkpoint = new RandomCheckpoint(RandomCheckpoint.PLAIN, 3);
        Monitor calledOff = new Monitor() {
            private int looks;

            @Override
            public void progress(String stage, double done, double total) {}

            @Override
            public void check() {
                if (++looks > 2) {
                    throw new Cancelled();
                }
            }
        };
        CaptureRequest request = new CaptureRequest(
                List.of(new int[] {5}), new TreeSet<>(List.of(3)), new CaptureRequest.From(0), false);
        try (LanguageModel model = new TorchModels(runtime).load(checkpoint, Monitor.NONE)) {
            assertThatThrownBy(() -> model.capture(request, new Kept(), calledOff))
                    .isInstanceOf(Cancelled.class);
            Kept kept = new Kept();
            model.capture(request, kept, Monitor.NONE);
            assertThat(kept.residuals).hasSize(1);
        }
    }

    @Test
    void aCaptureThatRunsOutOfMemoryGoesOnInSmallerPiecesAndTellsEachThingOnce() {
        Random random = new Random(9);
        List<int[]> texts = List.of(ids(random, 100, 97), ids(random, 120, 97), ids(random, 90, 97));
        RandomCheckpoint checkpoint = new RandomCheckpoint(RandomCheckpoint.PLAIN, 3);
        CaptureRequest request = new CaptureRequest(texts, all(checkpoint.config()), new CaptureRequest.From(0), true);
        Kept whole = new Kept();
        Kept pieces = new Kept();
        try (LanguageModel model = new TorchModels(runtime).load(checkpoint, Monitor.NONE)) {
            model.capture(request, whole, Monitor.NONE);
            model.capture(request, failing(pieces, 500, 1000), Monitor.NONE);
        }
        assertThat(pieces.residuals.keySet()).isEqualTo(whole.residuals.keySet());
        assertThat(pieces.logits.keySet()).isEqualTo(whole.logits.keySet());
        pieces.residuals.forEach((key, values) ->
                assertThat(values).usingComparatorWithPrecision(1e-4f).containsExactly(whole.residuals.get(key)));
    }

    @Test
    void aCaptureThatDoesNotFitInSmallPiecesEitherIsOneSentence() {
        RandomCheckpoint checkpoint = new RandomCheckpoint(RandomCheckpoint.PLAIN, 3);
        CaptureRequest request = new CaptureRequest(
                List.of(ids(new Random(9), 100, 97)), all(checkpoint.config()), new CaptureRequest.From(0), true);
        try (LanguageModel model = new TorchModels(runtime).load(checkpoint, Monitor.NONE)) {
            assertThatThrownBy(() -> model.capture(request, failing(new Kept(), 1, 2, 3, 4, 5), Monitor.NONE))
                    .isInstanceOf(NotEnoughMemory.class)
                    .hasMessage("there is not enough memory for this, in pieces however small");
        }
    }

    /** Throws where libtorch might, before the deliveries with these numbers. */
    private static CaptureSink failing(Kept kept, Integer... at) {
        List<Integer> places = List.of(at);
        int[] count = new int[1];
        return new CaptureSink() {
            @Override
            public void residual(int text, int layer, int position, float[] values) {
                if (places.contains(++count[0])) {
                    throw new NotEnoughMemory("no room", null);
                }
                kept.residual(text, layer, position, values);
            }

            @Override
            public void logits(int text, int position, float[] values) {
                kept.logits(text, position, values);
            }
        };
    }
}
