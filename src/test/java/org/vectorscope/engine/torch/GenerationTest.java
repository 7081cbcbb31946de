package org.vectorscope.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vectorscope.engine.GenerationListener;
import org.vectorscope.engine.GenerationRequest;
import org.vectorscope.engine.GenerationResult;
import org.vectorscope.engine.NotEnoughMemory;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.Steering;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.engine.torch.ManyGenerations.Growth;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;

class GenerationTest {
    private static final RandomCheckpoint CHECKPOINT = new RandomCheckpoint(RandomCheckpoint.PLAIN, 8);
    private static final SlowLlama SLOW = new SlowLlama(CHECKPOINT);
    private static final int PROBED = 2;
    private static TorchRuntime runtime;
    private static TorchModel model;

    @BeforeAll
    static void start() {
        runtime = TorchRuntime.start();
        model = (TorchModel) new TorchModels(runtime).load(CHECKPOINT, Monitor.NONE);
    }

    @AfterAll
    static void stop() {
        model.close();
        runtime.close();
    }

    private record Expected(int[] ids, boolean stopped, double kl, double nll, double[] probes) {}

    /** What the slow model writes, one whole forward pass a token. */
    private static Expected expected(int[] prompt, GenerationRequest.Row row, Sampling how, float[] direction) {
        int[] ids = prompt.clone();
        double kl = 0;
        double nll = 0;
        boolean stopped = false;
        double[] probes = new double[how.maxTokens()];
        int n = 0;
        while (n < how.maxTokens()) {
            int at = ids.length - 1;
            SlowLlama.Pass pass = SLOW.run(ids, row.steering(), prompt.length);
            int id = drawn(pass.logits()[at], how, row.sample(), n);
            if (id == 1 && !how.ignoreEos()) {
                stopped = true;
                break;
            }
            double[] ours = logSoftmax(pass.logits()[at]);
            double[] plain =
                    logSoftmax(SLOW.run(ids, Steering.NONE, prompt.length).logits()[at]);
            for (int i = 0; i < ours.length; i++) {
                kl += Math.exp(ours[i]) * (ours[i] - plain[i]);
            }
            nll -= plain[id];
            probes[n++] = cosine(pass.unsteered()[PROBED][at], direction);
            ids = Arrays.copyOf(ids, ids.length + 1);
            ids[at + 1] = id;
        }
        int[] written = Arrays.copyOfRange(ids, prompt.length, ids.length);
        return new Expected(written, stopped, kl / n, nll / n, Arrays.copyOf(probes, n));
    }

    private static int drawn(double[] logits, Sampling how, int sample, int step) {
        if (how.temperature() == 0) {
            return IntStream.range(0, logits.length)
                    .reduce((a, b) -> logits[b] > logits[a] ? b : a)
                    .orElseThrow();
        }
        double[] p = Arrays.stream(logSoftmax(
                        Arrays.stream(logits).map(l -> l / how.temperature()).toArray()))
                .map(Math::exp)
                .toArray();
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[b], p[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double before = 0;
        for (int id : order) {
            double own = p[id];
            p[id] = before < how.topP() ? own : 0;
            before += own;
        }
        double target =
                Draws.uniform(how.seed(), sample, step) * Arrays.stream(p).sum();
        double below = 0;
        for (int id = 0; id < p.length; id++) {
            below += p[id];
            if (below > target) {
                return id;
            }
        }
        throw new AssertionError("no token");
    }

    private static double[] logSoftmax(double[] logits) {
        double most = Arrays.stream(logits).max().orElseThrow();
        double sum = Math.log(Arrays.stream(logits).map(l -> Math.exp(l - most)).sum());
        return Arrays.stream(logits).map(l -> l - most - sum).toArray();
    }

    private static double cosine(double[] a, float[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            aa += a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return dot / Math.sqrt(aa * bb);
    }

    private static float[] vector(Random random, double size) {
        float[] vector = new float[24];
        for (int i = 0; i < 24; i++) {
            vector[i] = (float) (random.nextGaussian() * size);
        }
        return vector;
    }

    static List<int[]> prompts() {
        Random random = new Random(2);
        return List.of(
                random.ints(9, 2, 97).toArray(),
                random.ints(4, 2, 97).toArray(),
                random.ints(1, 2, 97).toArray());
    }

    static List<GenerationRequest.Row> rows() {
        Random random = new Random(3);
        List<GenerationRequest.Row> rows = new ArrayList<>();
        for (int prompt = 0; prompt < 3; prompt++) {
            rows.add(new GenerationRequest.Row(prompt, 0, Steering.NONE));
            for (TokenRange where : TokenRange.values()) {
                Steering.Push first = new Steering.Push(PROBED, vector(random, 2), where);
                Steering.Push second = new Steering.Push(0, vector(random, 0.5), where);
                rows.add(new GenerationRequest.Row(prompt, rows.size() % 3, new Steering(List.of(first, second))));
            }
        }
        return rows;
    }

    private static void check(Sampling how) {
        float[] direction = vector(new Random(4), 1);
        GenerationRequest request = new GenerationRequest(
                prompts(), rows(), how, Optional.of(new GenerationRequest.Probe(PROBED, direction)), true);
        List<List<Integer>> heard = new ArrayList<>();
        rows().forEach(row -> heard.add(new ArrayList<>()));
        GenerationResult result =
                model.generate(request, (row, id, probe) -> heard.get(row).add(id), Monitor.NONE);
        for (int i = 0; i < rows().size(); i++) {
            GenerationRequest.Row row = rows().get(i);
            Expected expected = expected(prompts().get(row.prompt()), row, how, direction);
            GenerationResult.Row ours = result.rows().get(i);
            assertThat(ours.ids()).as("row " + i).isEqualTo(expected.ids());
            assertThat(heard.get(i).stream().mapToInt(Integer::intValue).toArray())
                    .isEqualTo(expected.ids());
            assertThat(ours.stopped()).isEqualTo(expected.stopped());
            assertThat(ours.probes()).containsExactly(expected.probes(), within(1e-5));
            if (expected.ids().length == 0) {
                assertThat(ours.klToNone()).isEmpty();
                assertThat(ours.nll()).isEmpty();
            } else {
                assertThat(ours.klToNone().orElseThrow()).isCloseTo(expected.kl(), within(1e-5));
                assertThat(ours.nll().orElseThrow()).isCloseTo(expected.nll(), within(1e-5));
            }
        }
    }

    @Test
    void greedyTextsOfMixedPromptsAndSteeringAreTheSlowModels() {
        check(new Sampling(0, 1, 24, 0, false));
    }

    @Test
    void drawnTextsAreTheSlowModelsUnderTheSameRandomNumbers() {
        check(new Sampling(0.9, 1, 30, 77, false));
    }

    @Test
    void theNucleusIsCutBeforeTheDraw() {
        check(new Sampling(1.3, 0.7, 20, -5, true));
    }

    @Test
    void aRowDoesNotDependOnTheRowsBesideIt() {
        Sampling how = new Sampling(1, 0.95, 20, 11, false);
        List<GenerationRequest.Row> rows = rows();
        List<GenerationResult.Row> together = generate(rows, how).rows();
        for (int i = 0; i < rows.size(); i++) {
            int[] alone = generate(List.of(rows.get(i)), how).rows().getFirst().ids();
            assertThat(together.get(i).ids()).isEqualTo(alone);
        }
    }

    private static GenerationResult generate(List<GenerationRequest.Row> rows, Sampling how) {
        GenerationRequest request = new GenerationRequest(prompts(), rows, how, Optional.empty(), false);
        return model.generate(request, GenerationListener.NONE, Monitor.NONE);
    }

    @Test
    void aWaveThatRunsOutOfMemoryIsWrittenInSmallerOnesAndEachTokenToldOnce() {
        Sampling how = new Sampling(1, 0.95, 20, 11, false);
        List<int[]> expected = generate(rows(), how).rows().stream()
                .map(GenerationResult.Row::ids)
                .toList();
        GenerationRequest request = new GenerationRequest(prompts(), rows(), how, Optional.empty(), false);
        List<List<Integer>> told = new ArrayList<>();
        rows().forEach(row -> told.add(new ArrayList<>()));
        int[] tokens = new int[1];
        GenerationListener failing = (row, id, probe) -> {
            told.get(row).add(id);
            if (++tokens[0] == 15 || tokens[0] == 30) {
                throw new NotEnoughMemory("no room", null);
            }
        };
        GenerationResult result = model.generate(request, failing, Monitor.NONE);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(result.rows().get(i).ids()).isEqualTo(expected.get(i));
            assertThat(told.get(i))
                    .containsExactlyElementsOf(
                            Arrays.stream(expected.get(i)).boxed().toList());
        }
    }

    @Test
    void moreRowsThanFitTogetherComeInWaves() {
        List<GenerationRequest.Row> rows = IntStream.range(0, 150)
                .mapToObj(i -> new GenerationRequest.Row(i % 3, i, Steering.NONE))
                .toList();
        List<GenerationResult.Row> all =
                generate(rows, new Sampling(1, 1, 6, 0, true)).rows();
        assertThat(all).hasSize(150).allSatisfy(row -> assertThat(row.ids()).hasSize(6));
        int[] alone = generate(List.of(rows.get(149)), new Sampling(1, 1, 6, 0, true))
                .rows()
                .getFirst()
                .ids();
        assertThat(all.get(149).ids()).isEqualTo(alone);
    }

    @Test
    void aTextEndsWhereTheContextDoes() {
        int[] prompt = new Random(5).ints(120, 2, 97).toArray();
        GenerationRequest request = new GenerationRequest(
                List.of(prompt),
                List.of(new GenerationRequest.Row(0, 0, Steering.NONE)),
                new Sampling(1, 1, 50, 0, true),
                Optional.empty(),
                true);
        GenerationResult.Row row = model.generate(request, GenerationListener.NONE, Monitor.NONE)
                .rows()
                .getFirst();
        assertThat(row.ids()).hasSize(9);
        assertThat(row.stopped()).isFalse();
    }

    @Test
    void aVectorTooLongForFloat32IsRefused() {
        float[] huge = new float[24];
        Arrays.fill(huge, 1e30f);
        List<GenerationRequest.Row> rows = List.of(
                new GenerationRequest.Row(0, 0, new Steering(List.of(new Steering.Push(1, huge, TokenRange.ALL)))));
        assertThatThrownBy(() -> generate(rows, new Sampling(1, 1, 5, 0, true)))
                .isInstanceOf(BadInput.class)
                .hasMessage("vector for layer 1: is 4.9e+30 long, too much for float32");
    }

    @Test
    void generationsLeaveNothingBehind() {
        leaveNothingBehind(30);
    }

    @Test
    @Tag("slow")
    void aThousandGenerationsLeaveNothingBehind() throws IOException, InterruptedException {
        List<Growth> growths = ManyGenerations.inAnotherProcess(3, 1000);
        assertThat(growths).hasSize(3).allSatisfy(growth -> {
            assertThat(growth.allocated()).isLessThan(2_000);
            assertThat(growth.resident()).isLessThan(30_000);
        });
    }

    private static void leaveNothingBehind(int generations) {
        int held = model.held();
        ManyGenerations.run(model, generations);
        assertThat(model.held()).isEqualTo(held);
    }
}
