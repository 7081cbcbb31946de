package org.vectorscope.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.figure.Recipe;
import org.vectorscope.file.Json;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Run;
import org.vectorscope.store.Store;

class RunsTest {
    private final Store store = Store.inMemory();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatDiffersBetweenTwoRecipesComesFirst() {
        Entry a = SampleRuns.generate(store, 1.5, 0);
        Entry b = SampleRuns.generate(store, 2, 0);

        RecipeDiff diff = RecipeDiff.of(a.run().recipe(), b.run().recipe());

        assertThat(diff.differing()).isEqualTo(1);
        assertThat(diff.rows().getFirst()).isEqualTo(new RecipeDiff.Row("strength", "1.5", "2", true));
        assertThat(diff.rows()).contains(new RecipeDiff.Row("temperature", "0.8", "0.8", false));
    }

    @Test
    void aSettingThatOneRecipeLacksDiffers() {
        JsonNode a = Json.parse("a", "{\"layer\": 15, \"system\": \"Be kind.\"}");
        JsonNode b = Json.parse("b", "{\"layer\": 15}");

        assertThat(RecipeDiff.of(a, b).rows())
                .containsExactly(
                        new RecipeDiff.Row("system", "Be kind.", "–", true),
                        new RecipeDiff.Row("layer", "15", "15", false));
    }

    @Test
    void armsAreComparedByTheMeansOfTheirSamples() {
        ResultDiff diff = ResultDiff.of(SampleRuns.generate(store, 1.5, 0), SampleRuns.generate(store, 2, 0.3));

        assertThat(diff.columns()).containsExactly("Trait score", "KL", "nll");
        assertThat(diff.rows())
                .extracting(ResultDiff.Row::name)
                .containsExactly("none", "v", "-v", "orthogonal.1", "random.1");
        assertThat(diff.rows().getFirst().a()[0]).isCloseTo(0.03, within(1e-9));
        assertThat(diff.rows().getFirst().b()[2]).isCloseTo(2.37, within(1e-9));
        assertThat(diff.note()).isEqualTo("3 texts an arm: read as a hint, not a finding.");
    }

    @Test
    void aRecipeIsACommandLine() {
        Recipe recipe = RunRecipes.of(SampleRuns.generate(store, 1.5, 0).run());

        assertThat(recipe.command())
                .isEqualTo("vectorscope generate --model SmolLM2-135M-Instruct.Q4_1 --prompt"
                        + " \"Write a short review of the hotel you stayed at last week.\" --vector v.safetensors"
                        + " --layer 15 --strength 1.5 --unit vector --arms none,v,-v,orthogonal:1,random:1"
                        + " --tokens from-last --samples 3 --temperature 0.8 --seed 7 --max-tokens 80");
        assertThat(recipe.facts().get(1)).isEqualTo(new Recipe.Fact("Model", "SmolLM2-135M-Instruct.Q4_1"));
    }

    @Test
    void aDeletedRunSaysWhatWasComputedFromIt() {
        SampleRuns.fill(store);
        Run vector = store.find(SampleRuns.vector()).orElseThrow().run();

        String sentence = RunNotice.sentence(new RunsViewModel.Deleted(List.of(vector), store.dependents(vector)));

        assertThat(sentence).isEqualTo("Run m2 was deleted. Runs m7, m6 were computed from it and stay.");
    }

    @Test
    void anExportHasRecipeAndResult(@TempDir Path folder) throws IOException {
        Entry entry = SampleRuns.generate(store, 1.5, 0);
        Path file = folder.resolve(RunExport.name(List.of(entry.run())));

        RunExport.write(List.of(entry), file);

        JsonNode run = Json.read(file, 1 << 20).path("runs").path(0);
        assertThat(file).hasFileName("run-m1.json");
        assertThat(run.path("recipe")).isEqualTo(entry.run().recipe());
        assertThat(run.path("result").path("strength").doubleValue()).isEqualTo(1.5);
    }

    @Test
    void timesAreAsShortAsTheyCanBe() {
        Instant now = Instant.parse("2026-11-21T14:30:00Z");

        assertThat(RunWords.when(now.minusSeconds(600), now, ZoneOffset.UTC)).isEqualTo("14:20");
        assertThat(RunWords.when(now.minusSeconds(86_400), now, ZoneOffset.UTC)).isEqualTo("20 Nov 14:30");
        assertThat(RunWords.when(now.minusSeconds(40_000_000), now, ZoneOffset.UTC))
                .isEqualTo("15 Aug 2025");
    }
}
