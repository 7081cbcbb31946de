package org.vectorscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.vectorscope.checkpoint.MemoryNeed;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.checkpoint.hub.ModelEntry;
import org.vectorscope.engine.Precision;
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
        return Bindings.createObjectBinding(
                this::explain,
                model.details(),
                model.context().state().model(),
                model.context().state().precision());
    }

    ObservableValue<Recipe> recipe() {
        return Bindings.createObjectBinding(
                this::facts, model.details(), model.context().state().model());
    }

    private Explanation explain() {
        Explanation general = Explanation.of(
                "Memory needed",
                "Weights are kept as the precision says, so a quantised file may grow as it is loaded; the output head takes "
                        + "16 bits at least. Work space holds the keys and "
                        + "values of " + ModelEntry.ROWS + " arms of " + ModelEntry.TOKENS
                        + " tokens, the activations of one block, and the logits. Both are estimates made before loading.");
        return model.details()
                .get()
                .map(details -> general.formula(formula(details)))
                .orElse(general);
    }

    private String[] formula(ModelDetails details) {
        ModelConfig config = details.checkpoint().config();
        Precision precision = model.precision(details.entry());
        MemoryNeed need = details.memory(precision);
        long head = (long) config.vocabulary() * config.dModel();
        long blocks = details.checkpoint().parameters() - (config.tied() ? head : 2 * head);
        return new String[] {
            ModelDetails.parameters(blocks) + " × " + Formats.plain(precision.bytesPerWeight()) + " B",
            "+ head " + ModelDetails.parameters(head) + " × "
                    + Formats.plain(Math.max(Short.BYTES, precision.bytesPerWeight())) + " B = "
                    + Formats.bytes(need.weights()),
            config.layers() + " blocks × 2 × " + config.kvHeads() + " × " + config.headDim() + " × 4 B",
            "× " + ModelEntry.ROWS + " arms × " + ModelEntry.TOKENS + ", and one block = " + Formats.bytes(need.work())
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
                        "vectorscope trace --model %s%s --text Hello --out hello.safetensors",
                        quoted ? "\"" + reference + "\"" : reference,
                        loaded(details.get()).map(OpenModel::dtypeOption).orElse("")));
    }

    private Optional<OpenModel> loaded(ModelDetails details) {
        return model.context().state().model().get().filter(open -> model.isInForce(details.entry()));
    }

    private static String shortened(String hash) {
        return hash.length() > 12 ? hash.substring(0, 4) + "…" + hash.substring(hash.length() - 4) : hash;
    }
}
