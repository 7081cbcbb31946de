package org.vectorscope.ui.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vectorscope.file.Json;
import org.vectorscope.file.Sha256;
import org.vectorscope.store.Content;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Key;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Store;
import org.vectorscope.store.Summary;

/** Runs as the lab leaves them in its store, with invented numbers. */
final class SampleRuns {
    private SampleRuns() {}

    static ObjectNode recipe() {
        return Json.mapper()
                .createObjectNode()
                .put("model", "SmolLM2-135M-Instruct.Q4_1")
                .put("fingerprint", Sha256.of("starter"))
                .put("dtype", "f32");
    }

    static ObjectNode ofPairs() {
        return recipe().put("pairs", "sentiment")
                .put("pairsSha256", Sha256.of("sentiment"))
                .put("n", 62)
                .put("template", "auto")
                .put("readToken", -1);
    }

    static Entry generate(Store store, double strength, double shift) {
        ObjectNode recipe = recipe().put("firstPrompt", "Write a short review of the hotel you stayed at last week.")
                .put("prompts", 1)
                .put("arms", "none,v,-v,orthogonal:1,random:1")
                .put("layer", 15)
                .put("strength", strength)
                .put("unit", "vector")
                .put("tokens", "from-last")
                .put("samples", 3)
                .put("vectorSha256", Sha256.of("vector"));
        recipe.putObject("sampling")
                .put("temperature", 0.8)
                .put("topP", 1.0)
                .put("maxTokens", 80)
                .put("seed", 7)
                .put("ignoreEos", false);
        ObjectNode result = Json.mapper().createObjectNode().put("layer", 15).put("strength", strength);
        ArrayNode arms = result.putArray("prompts")
                .addObject()
                .put("prompt", "Write a short review.")
                .putArray("arms");
        double score = 0.02;
        for (String name : List.of("none", "v", "-v", "orthogonal.1", "random.1")) {
            ArrayNode samples = arms.addObject().put("name", name).putArray("samples");
            for (int i = 0; i < 3; i++) {
                samples.addObject()
                        .put("text", "The room was quiet and the staff were kind. Sample " + i + " of " + name + ".")
                        .put("traitScore", score + 0.01 * i + shift)
                        .put("klToNone", name.equals("none") ? 0 : 0.41 + shift)
                        .put("nll", 2.07 + shift);
            }
            score = -score * 3 + 0.1;
        }
        Key key = new Key(Kind.GENERATE, recipe);
        Summary summary =
                new Summary("5 arms × 3 samples · " + strength + " × v · seed 7", "15", 15, List.of(vector()));
        return store.put(key, summary, new Content(result), Duration.ofMillis(3400));
    }

    static Key vector() {
        return new Key(Kind.VECTOR, ofPairs().put("method", "mean").put("seed", 0));
    }

    static void fill(Store store) {
        Content numbers = new Content(
                Json.mapper().createObjectNode().put("n", 124).put("d", 576), Map.of("a", new float[53_000]));
        store.put(
                new Key(Kind.ACTIVATIONS, ofPairs()),
                new Summary("sentiment · read token −1", "0–29", 62),
                new Content(numbers.result(), Map.of("a", new float[8_294_400 / 4])),
                Duration.ofMillis(5200));
        store.put(
                vector(),
                new Summary("mean difference · sentiment · all layers", "0–29", 62),
                numbers,
                Duration.ofMillis(3400));
        store.put(
                new Key(Kind.VECTOR, ofPairs().put("method", "pca").put("seed", 0)),
                new Summary("PCA · sentiment · all layers", "0–29", 62),
                numbers,
                Duration.ofMillis(400));
        store.put(
                new Key(Kind.GEOMETRY, ofPairs().put("layer", 15).put("source", "pairs")),
                new Summary("pairs · sentiment", "15", 124),
                new Content(numbers.result(), Map.of("a", new float[350_000])),
                Duration.ofMillis(300));
        store.put(
                new Key(
                        Kind.GEOMETRY,
                        recipe().put("layer", 15).put("source", "corpus").put("corpus", "wiki-500.txt")),
                new Summary("corpus wiki-500.txt", "15", 31_840),
                new Content(numbers.result(), Map.of("a", new float[331_776])),
                Duration.ofSeconds(41));
        generate(store, 2, 0.3);
        generate(store, 1.5, 0);
    }
}
