package org.vectorscope.ui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vectorscope.engine.Precision;
import org.vectorscope.figure.Recipe;
import org.vectorscope.figure.Recipe.Fact;
import org.vectorscope.lab.VectorLibrary;
import org.vectorscope.store.Run;

/** A run's recipe as facts and as a command line. */
final class RunRecipes {
    /** In the JSON's alphabetical order the model would stand in the middle. */
    private static final List<String> FIRST = List.of("model", "fingerprint", "dtype", "pairs");

    private RunRecipes() {}

    static Recipe of(Run run) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Run", run.label() + ", " + RunWords.when(run.created())));
        Map<String, JsonNode> settings = RecipeDiff.settings(run.recipe());
        FIRST.forEach(name -> Optional.ofNullable(settings.get(name)).ifPresent(value -> facts.add(fact(name, value))));
        settings.forEach((name, value) -> {
            if (!FIRST.contains(name)) {
                facts.add(fact(name, value));
            }
        });
        run.name().ifPresent(name -> facts.add(new Fact("Name", name)));
        run.replay()
                .ifPresent(replay -> facts.add(
                        new Fact("Replayed", (replay.equal() ? "equal, " : "differs, ") + RunWords.when(replay.at()))));
        return new Recipe(facts, command(run));
    }

    private static Fact fact(String name, JsonNode value) {
        String words = RunWords.setting(name);
        return new Fact(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1), RunWords.value(value));
    }

    /** What makes the same numbers again; empty for what no command makes by itself. */
    static String command(Run run) {
        if (VectorLibrary.isImported(run)) {
            return "";
        }
        return switch (run.kind()) {
            case VECTOR ->
                "vectorscope vector"
                        + options(run, "model", "pairs", "system", "template", "read-token", "method", "seed")
                        + " --json --out v.safetensors";
            case GEOMETRY -> "vectorscope geometry" + options(run, "model", "pairs", "corpus", "layer") + " --json";
            case JACOBIAN ->
                "vectorscope geometry" + options(run, "model", "pairs", "corpus", "layer") + " --jacobian "
                        + run.recipe().path("prompts").asText() + " --json";
            case GENERATE -> generate(run);
            case SWEEP ->
                "vectorscope sweep"
                        + options(run, "model", "pairs", "vector", "system", "template", "method", "seed")
                        + " --layers " + joined(run, "layers") + " --strengths " + joined(run, "strengths") + " --json";
            case ACTIVATIONS, PRECISION, STUDY -> "";
        };
    }

    private static String joined(Run run, String name) {
        List<String> values = new ArrayList<>();
        run.recipe().path(name).forEach(value -> values.add(value.asText()));
        return String.join(",", values);
    }

    private static String generate(Run run) {
        JsonNode recipe = run.recipe();
        String prompt = recipe.path("prompts").asInt() > 1
                ? " --prompts prompts.txt"
                : " --prompt " + quoted(recipe.path("firstPrompt").asText());
        JsonNode sampling = recipe.path("sampling");
        return "vectorscope generate" + options(run, "model") + prompt + " --vector v.safetensors"
                + options(run, "layer", "strength", "unit", "arms", "tokens", "samples")
                + " --temperature " + sampling.path("temperature").asText()
                + " --seed " + sampling.path("seed").asText()
                + " --max-tokens " + sampling.path("maxTokens").asText();
    }

    private static String options(Run run, String... names) {
        StringBuilder options = new StringBuilder();
        for (String name : names) {
            JsonNode value = run.recipe().path(field(name));
            if (!value.isMissingNode() && !value.isNull()) {
                options.append(" --").append(name).append(' ').append(quoted(value.asText()));
            }
            if (name.equals("model")) {
                options.append(dtype(run));
            }
        }
        return options.toString();
    }

    /** Nothing for float32, which commands take by themselves. */
    private static String dtype(Run run) {
        String word = run.recipe().path("dtype").asText(Precision.F32.word());
        return word.equals(Precision.F32.word()) ? "" : " --dtype " + quoted(word);
    }

    /** {@code read-token} is {@code readToken} in a recipe. */
    private static String field(String option) {
        return option.equals("read-token") ? "readToken" : option;
    }

    private static String quoted(String value) {
        return value.matches("[\\w.,:/+@=-]+")
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
