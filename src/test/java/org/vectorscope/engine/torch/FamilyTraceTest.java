package org.vectorscope.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vectorscope.checkpoint.FamilyModels;
import org.vectorscope.engine.GenerationListener;
import org.vectorscope.engine.GenerationRequest;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.Steering;
import org.vectorscope.job.Monitor;

/** Every family, from the file to the ids, against transformers; and each way of computing against the others. */
class FamilyTraceTest {
    /** Largest ‖ours − theirs‖ / ‖theirs‖ of a token, the rest being rounding. */
    private static final double CLOSE = 5e-5;

    /** The same between two ways of computing in one engine. */
    private static final double CLOSER = 1e-5;

    private static TorchRuntime runtime;

    @BeforeAll
    static void start() {
        runtime = TorchRuntime.start();
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @Test
    void everyFamilyHasFoldersAndConvertedFiles() {
        assertThat(FamilyModels.folders()).hasSizeGreaterThan(40);
        assertThat(FamilyModels.ggufs()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("org.vectorscope.checkpoint.FamilyModels#all")
    void everyTokenIsWhatTransformersComputes(FamilyModels.Model file) throws IOException {
        Traces.compare(runtime, file.path(), file.trace(), (model, trace, ids) -> {
            for (Map.Entry<String, float[]> ours : Traces.capture(model, ids).entrySet()) {
                assertClose(ours.getKey(), ours.getValue(), trace.floats(ours.getKey()), ids.length, CLOSE);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("org.vectorscope.checkpoint.FamilyModels#folders")
    void textsOfMixedLengthsComputeTogetherWhatTheyComputeAlone(FamilyModels.Model file) throws IOException {
        Traces.compare(runtime, file.path(), file.trace(), (model, trace, ids) -> {
            int[] backwards = reversed(ids);
            assertTogetherAsAlone(
                    model, List.of(ids, Arrays.copyOf(backwards, 9), Arrays.copyOfRange(ids, 5, 6), backwards));
        });
    }

    @ParameterizedTest
    @MethodSource("org.vectorscope.checkpoint.FamilyModels#folders")
    void aSharedBeginningIsKeptWithoutBeingComputedAgain(FamilyModels.Model file) throws IOException {
        Traces.compare(runtime, file.path(), file.trace(), (model, trace, ids) -> {
            int[] other = reversed(ids);
            System.arraycopy(ids, 0, other, 0, 13);
            assertTogetherAsAlone(model, List.of(ids, other, Arrays.copyOf(ids, 17)));
        });
    }

    @ParameterizedTest
    @MethodSource("org.vectorscope.checkpoint.FamilyModels#greedy")
    void greedyTextIsTransformersHoweverItIsComputed(FamilyModels.Model file) throws IOException {
        Text text = Text.read(file.greedy());
        Traces.compare(runtime, file.path(), file.trace(), (model, trace, longer) -> {
            assertThat(generated(model, List.of(text.prompt))).containsExactly(text.ids);
            assertThat(generated(model, List.of(text.prompt, Arrays.copyOf(longer, 3))))
                    .containsExactly(text.ids);
            assertThat(likeliest(model, text)).containsExactly(text.ids);
        });
    }

    @ParameterizedTest
    @MethodSource("org.vectorscope.checkpoint.FamilyModels#crossing")
    void textThatOutgrowsTheShortRegimeIsComputedAnewInTheLongOne(FamilyModels.Model file) throws IOException {
        Text text = Text.read(file.crossing());
        Traces.compare(runtime, file.path(), file.trace(), (model, trace, longer) -> assertThat(
                        generated(model, List.of(text.prompt)))
                .containsExactly(text.ids));
    }

    private record Text(int[] prompt, int[] ids) {
        static Text read(Path path) throws IOException {
            JsonNode json = new ObjectMapper().readTree(path.toFile());
            return new Text(ints(json.get("prompt")), ints(json.get("ids")));
        }

        int[] whole() {
            return IntStream.concat(Arrays.stream(prompt), Arrays.stream(ids)).toArray();
        }
    }

    /** The id that each position of the whole text, computed at once, finds likeliest, from the prompt's last on. */
    private static int[] likeliest(LanguageModel model, Text text) {
        float[] logits =
                Objects.requireNonNull(Traces.capture(model, text.whole()).get("logits"));
        int vocabulary = model.config().vocabulary();
        return IntStream.range(text.prompt.length - 1, text.whole().length - 1)
                .map(position -> IntStream.range(0, vocabulary)
                        .reduce((a, b) -> logits[position * vocabulary + b] > logits[position * vocabulary + a] ? b : a)
                        .orElseThrow())
                .toArray();
    }

    /** Of the first prompt. */
    private static int[] generated(LanguageModel model, List<int[]> prompts) {
        List<GenerationRequest.Row> rows = IntStream.range(0, prompts.size())
                .mapToObj(prompt -> new GenerationRequest.Row(prompt, 0, Steering.NONE))
                .toList();
        Sampling greedy = new Sampling(0, 1, 64, 0, true);
        GenerationRequest request = new GenerationRequest(prompts, rows, greedy, Optional.empty(), false);
        return model.generate(request, GenerationListener.NONE, Monitor.NONE)
                .rows()
                .getFirst()
                .ids();
    }

    private static void assertTogetherAsAlone(LanguageModel model, List<int[]> texts) {
        List<Map<String, float[]>> together = Traces.capture(model, texts);
        for (int text = 0; text < texts.size(); text++) {
            int[] ids = texts.get(text);
            Map<String, float[]> alone = Traces.capture(model, ids);
            for (String name : alone.keySet()) {
                float[] values = together.get(text).get(name);
                assertClose("text " + text + ", " + name, values, alone.get(name), ids.length, CLOSER);
            }
        }
    }

    private static void assertClose(String name, float[] ours, float[] theirs, int tokens, double within) {
        assertThat(ours).as(name).hasSameSizeAs(theirs);
        int width = theirs.length / tokens;
        for (int token = 0; token < tokens; token++) {
            double error = 0;
            double size = 0;
            for (int i = token * width; i < (token + 1) * width; i++) {
                error += Math.pow(ours[i] - theirs[i], 2);
                size += Math.pow(theirs[i], 2);
            }
            assertThat(Math.sqrt(error / size))
                    .as("%s of token %d", name, token)
                    .isLessThan(within);
        }
    }

    private static int[] reversed(int[] ids) {
        return IntStream.range(0, ids.length).map(i -> ids[ids.length - 1 - i]).toArray();
    }

    private static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }
}
