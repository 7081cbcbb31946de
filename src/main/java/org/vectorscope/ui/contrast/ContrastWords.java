package org.vectorscope.ui.contrast;

import java.util.ArrayList;
import java.util.List;
import org.vectorscope.contrast.Draft;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.figure.Recipe;
import org.vectorscope.figure.Recipe.Fact;
import org.vectorscope.ui.common.Explanation;
import org.vectorscope.ui.common.LabState;

/** What the right panel says beside the pairs. */
final class ContrastWords {
    private ContrastWords() {}

    static Explanation explanation(Draft draft, int layer) {
        int others = Math.max(0, draft.used() - 1);
        String where = layer < 0 ? "the selected layer" : "resid_post." + layer;
        return Explanation.of(
                        "Contrast pairs",
                        "Each pair gives the model the same question with two answers that differ in one trait. The residual"
                                + " stream is read at the outlined token of both texts.",
                        "Norm is the length of the pair’s difference Δ; cos v compares it with the mean of the other "
                                + others + ". A low cosine marks a pair that pulls elsewhere.")
                .formula("Δᵢ = h(xᵢ⁺) − h(xᵢ⁻) at " + where)
                .source("CAA: Rimsky et al. 2024, arXiv 2312.06681");
    }

    static Recipe recipe(Draft draft, LabState state, int readToken) {
        if (draft.inUse().isEmpty()) {
            return Recipe.NONE;
        }
        boolean plain = state.template().get() == TemplateChoice.NONE;
        String hash = draft.inUse().get().pairsSha256();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Set", draft.set().name()),
                new Fact("n", draft.used() + " pairs, " + 2 * draft.used() + " texts"),
                new Fact("Template", plain ? "none" : "auto"),
                new Fact("Read token", "−" + -readToken)));
        state.system().get().ifPresent(text -> facts.add(new Fact("System text", text)));
        if (state.layer().get() >= 0) {
            facts.add(new Fact("Layer", state.layer().get() + ", resid_post"));
        }
        facts.add(new Fact("sha256", hash.substring(0, 4) + "…" + hash.substring(hash.length() - 4)));
        return new Recipe(List.copyOf(facts), command(draft, state, readToken));
    }

    private static String command(Draft draft, LabState state, int readToken) {
        List<String> words = new ArrayList<>(List.of("vectorscope vector"));
        state.model().get().ifPresent(open -> words.add("--model " + quoted(open.reference()) + open.dtypeOption()));
        words.add("--pairs " + quoted(draft.set().name() + ".json"));
        if (state.template().get() == TemplateChoice.NONE) {
            words.add("--template none");
        }
        state.system().get().ifPresent(text -> words.add("--system " + quoted(text)));
        words.add("--read-token " + readToken);
        if (state.layer().get() >= 0) {
            words.add("--layer " + state.layer().get());
        }
        words.add("--out v.safetensors");
        return String.join(" ", words);
    }

    private static String quoted(String word) {
        return word.matches("[\\w./~:@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
