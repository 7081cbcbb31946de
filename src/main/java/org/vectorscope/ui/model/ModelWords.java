package org.vectorscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.checkpoint.hub.ModelEntry;
import org.vectorscope.figure.Recipe;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.ui.common.Explanation;
import org.vectorscope.ui.common.Formats;

/** What the right panel says of the selected model. */
final class ModelWords {
    private final ModelViewModel model;

    ModelWords(ModelViewModel model) {
        this.model = model;
    }

    ObservableValue<Explanation> explanation() {
        return Bindings.createObjectBinding(this::explain, model.details());
    }

    ObservableValue<Recipe> recipe() {
        return Bindings.createObjectBinding(
                this::facts, model.details(), model.context().state().model());
    }

    private Explanation explain() {
        Explanation general = Explanation.of(
                "Memory needed",
                "Weights are unpacked to 32 bits, so a quantised file grows as it is loaded. Work space holds the keys and "
                        + "values of " + ModelEntry.ROWS + " arms of " + ModelEntry.TOKENS
                        + " tokens, the activations of one block, and the logits. Both are estimates made before loading.");
        return model.details()
                .get()
                .map(details -> general.formula(formula(details)))
                .orElse(general);
    }

    private static String[] formula(ModelDetails details) {
        ModelConfig config = details.checkpoint().config();
        return new String[] {
            ModelDetails.parameters(details.checkpoint().parameters()) + " × 4 B = "
                    + Formats.bytes(details.memory().weights()),
            config.layers() + " blocks × 2 × " + config.kvHeads() + " × " + config.headDim() + " × 4 B",
            "× " + ModelEntry.ROWS + " arms × " + ModelEntry.TOKENS + ", and one block = "
                    + Formats.bytes(details.memory().work())
        };
    }

    private Recipe facts() {
        Optional<ModelDetails> details = model.details().get();
        if (details.isEmpty()) {
            return Recipe.NONE;
        }
        List<Recipe.Fact> facts = new ArrayList<>();
        facts.add(new Recipe.Fact("Model", details.get().entry().name()));
        facts.add(new Recipe.Fact("Source", details.get().source()));
        details.get()
                .origin()
                .ifPresent(origin -> facts.add(new Recipe.Fact("Revision", shortened(origin.revision()))));
        loaded(details.get()).ifPresent(open -> {
            facts.add(new Recipe.Fact("Fingerprint", shortened(open.checkpoint().fingerprint())));
            facts.add(new Recipe.Fact("dtype", open.dtype()));
            if (open.isLoaded()) {
                facts.add(new Recipe.Fact("Device", open.model().device()));
            }
        });
        String reference = details.get().entry().reference();
        boolean quoted = reference.contains(" ");
        return new Recipe(
                facts,
                String.format(
                        Locale.ROOT,
                        "vectorscope trace --model %s --text Hello --out hello.safetensors",
                        quoted ? "\"" + reference + "\"" : reference));
    }

    private Optional<OpenModel> loaded(ModelDetails details) {
        return model.context().state().model().get().filter(open -> model.isInForce(details.entry()));
    }

    private static String shortened(String hash) {
        return hash.length() > 12 ? hash.substring(0, 4) + "…" + hash.substring(hash.length() - 4) : hash;
    }
}
