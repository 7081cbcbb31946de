package org.vectorscope.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;
import org.vectorscope.geometry.Rows;
import org.vectorscope.job.Monitor;
import org.vectorscope.score.Fluency;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Summary;
import org.vectorscope.study.ArmList;
import org.vectorscope.study.LetterShift;
import org.vectorscope.study.SideBySide;
import org.vectorscope.study.SideBySideListener;
import org.vectorscope.study.SideBySideResult;
import org.vectorscope.study.SideBySideSpec;
import org.vectorscope.study.SideBySideSpec.Prompt;
import org.vectorscope.study.StrengthScale;

/** What a vector does, side by side with what it does not do. */
public final class Generations {
    private static final Cache.Form<SideBySideResult> FORM = Cache.json(SideBySideResult.class);

    private final Cache cache;
    private final Traits traits;

    Generations(Cache cache, Traits traits) {
        this.cache = cache;
        this.traits = traits;
    }

    /** @param listener hears of tokens as they come; of none where the answer was in the cache */
    public Outcome<SideBySideResult> run(
            OpenModel open, Comparison comparison, SideBySideListener listener, Monitor monitor) {
        SideBySideSpec spec = comparison.spec();
        int texts = spec.prompts().size() * spec.arms().arms().size() * spec.samples();
        Summary summary = new Summary(title(spec), String.valueOf(spec.layer()), texts);
        return cache.get(
                Kind.GENERATE,
                recipe(open, comparison),
                summary,
                FORM,
                () -> compute(open, comparison, listener, monitor));
    }

    /** {@code 5 arms × 3 samples · 1.5 × v · seed 7}. */
    private static String title(SideBySideSpec spec) {
        String unit =
                switch (spec.unit()) {
                    case VECTOR -> " × v";
                    case RESIDUAL -> " of ‖h‖";
                    case KL -> " nats";
                };
        int arms = spec.arms().arms().size();
        String prompts = spec.prompts().size() == 1 ? "" : spec.prompts().size() + " prompts × ";
        return prompts + arms + (arms == 1 ? " arm × " : " arms × ") + spec.samples()
                + (spec.samples() == 1 ? " sample · " : " samples · ") + spec.strength() + unit + " · seed "
                + spec.sampling().seed();
    }

    public Optional<Outcome<SideBySideResult>> cached(OpenModel open, Comparison comparison) {
        return cache.find(Kind.GENERATE, recipe(open, comparison), FORM);
    }

    /** How strengths translate for this direction, measured at the ends of these prompts. */
    public StrengthScale scale(OpenModel open, Direction direction, List<Prompt> prompts) {
        return new StrengthScale(
                open.model(),
                direction.layer(),
                direction.v(),
                prompts.stream().map(Prompt::ids).toList());
    }

    private SideBySideResult compute(
            OpenModel open, Comparison comparison, SideBySideListener listener, Monitor monitor) {
        SideBySideSpec spec = comparison.spec();
        Optional<Direction> direction = comparison.direction();
        if (spec.arms().needsVector() && direction.isEmpty()) {
            throw new BadInput("--vector", "is needed for the arms " + spec.arms());
        }
        Optional<SideBySide.Push> push = direction.map(d -> push(open, spec, d, monitor));
        SideBySide.Texts texts =
                new SideBySide(open.model(), open.requireTokenizer()).run(spec, push, listener, monitor);
        return result(open, comparison, push.map(SideBySide.Push::multiplier).orElse(0.0), texts, monitor);
    }

    private SideBySide.Push push(OpenModel open, SideBySideSpec spec, Direction direction, Monitor monitor) {
        Optional<float[][]> range = spec.arms().needsCovariance() ? direction.range() : Optional.empty();
        return new SideBySide.Push(direction.v(), multiplier(open, spec, direction, monitor), range);
    }

    private double multiplier(OpenModel open, SideBySideSpec spec, Direction direction, Monitor monitor) {
        StrengthScale scale = scale(open, direction, spec.prompts());
        return switch (spec.unit()) {
            case VECTOR -> spec.strength();
            case RESIDUAL -> {
                OptionalDouble known = direction.residualNorm();
                double norm = known.isPresent() ? known.getAsDouble() : scale.residualNorm(monitor);
                yield spec.strength() * norm / Rows.norm(direction.v());
            }
            case KL -> scale.kl(monitor).multiple(spec.strength());
        };
    }

    private SideBySideResult result(
            OpenModel open, Comparison comparison, double multiplier, SideBySide.Texts texts, Monitor monitor) {
        SideBySideSpec spec = comparison.spec();
        Traits.Scorer scorer = traits.scorer(comparison.trait(), monitor);
        List<SideBySideResult.PromptResult> prompts = new ArrayList<>();
        for (int prompt = 0; prompt < spec.prompts().size(); prompt++) {
            List<SideBySideResult.ArmResult> arms = new ArrayList<>();
            for (int arm = 0; arm < spec.arms().arms().size(); arm++) {
                arms.add(arm(open, spec, texts, scorer, prompt, arm));
            }
            prompts.add(
                    new SideBySideResult.PromptResult(spec.prompts().get(prompt).text(), arms));
        }
        return new SideBySideResult(
                open.name(),
                spec.layer(),
                spec.strength(),
                spec.unit().word(),
                multiplier,
                spec.sampling().seed(),
                texts.seconds(),
                prompts,
                letters(open, comparison, texts, monitor));
    }

    /** Null where the trait is not told by letters. */
    private static @Nullable List<LetterShift> letters(
            OpenModel open, Comparison comparison, SideBySide.Texts texts, Monitor monitor) {
        return comparison
                        .trait()
                        .filter(set -> set.kind() == ContrastSet.Kind.CHOICE)
                        .isEmpty()
                ? null
                : new Letters(open, comparison).shifts(comparison.spec().arms(), texts.steering(), monitor);
    }

    private static SideBySideResult.ArmResult arm(
            OpenModel open, SideBySideSpec spec, SideBySide.Texts texts, Traits.Scorer scorer, int prompt, int arm) {
        ArmList.Named named = spec.arms().arms().get(arm);
        List<SideBySideResult.Sample> samples = texts.texts().stream()
                .filter(t -> t.cell().prompt() == prompt && t.cell().arm() == arm)
                .map(t -> sample(open, t, scorer))
                .toList();
        return new SideBySideResult.ArmResult(named.name(), texts.norms()[arm], plain(texts.cosines()[arm]), samples);
    }

    private static SideBySideResult.Sample sample(OpenModel open, SideBySide.Text text, Traits.Scorer scorer) {
        String decoded = open.requireTokenizer().decode(text.row().ids(), true);
        Traits.Score score = scorer.score(decoded);
        return new SideBySideResult.Sample(
                text.row().ids(),
                decoded,
                text.row().stopped(),
                boxed(text.row().klToNone()),
                boxed(text.row().nll()),
                score.value(),
                score.logOdds(),
                score.why(),
                Fluency.of(decoded),
                text.pieces(),
                text.row().probes());
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? plain(value.getAsDouble()) : null;
    }

    private static @Nullable Double plain(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static ObjectNode recipe(OpenModel open, Comparison comparison) {
        SideBySideSpec spec = comparison.spec();
        ObjectNode recipe = Recipes.ofModel(open)
                .put(
                        "promptsSha256",
                        Recipes.hash(spec.prompts().stream().map(Prompt::ids).toList()))
                .put("prompts", spec.prompts().size())
                .put("firstPrompt", spec.prompts().getFirst().text())
                .put("arms", spec.arms().toString())
                .put("layer", spec.layer())
                .put("strength", spec.strength())
                .put("unit", spec.unit().word())
                .put("tokens", spec.tokens().word())
                .put("samples", spec.samples());
        recipe.set("sampling", Json.mapper().valueToTree(spec.sampling()));
        comparison.direction().ifPresent(d -> recipe.put("vectorSha256", d.sha256())
                .put("vectorNorm", Rows.norm(d.v())));
        comparison.trait().ifPresent(set -> recipe.put("trait", set.name())
                .put("traitSha256", set.pairsSha256())
                .put("trained", comparison.trained()));
        return recipe;
    }
}
