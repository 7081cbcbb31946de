package org.vectorscope.score;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.job.Monitor;

/** How much a text is like a set's positive answers rather than its negative ones. Thread-safe. */
public final class TraitScorer {
    /** Below this AUC on unseen prompts no score is offered. */
    public static final double LEAST_AUC = 0.8;

    /** Weight of the data: embeddings are short, and at 10 the probabilities of unseen answers are about honest. */
    private static final double C = 10;

    private static final int FEWEST_PAIRS = 10;

    private final SentenceEmbedder embedder;
    private final Optional<LogisticModel> model;
    private final Optional<Auc> auc;
    private final Optional<String> whyNot;

    private TraitScorer(
            SentenceEmbedder embedder, Optional<LogisticModel> model, Optional<Auc> auc, Optional<String> whyNot) {
        this.embedder = embedder;
        this.model = model;
        this.auc = auc;
        this.whyNot = whyNot;
    }

    /** Trains on the set's own answers; a set that cannot be scored so gives a scorer that offers nothing. */
    public static TraitScorer train(ContrastSet set, SentenceEmbedder embedder, Monitor monitor) {
        Optional<String> unfit = unfit(set);
        if (unfit.isPresent()) {
            return new TraitScorer(embedder, Optional.empty(), Optional.empty(), unfit);
        }
        List<String> texts = set.pairs().stream()
                .flatMap(pair -> Stream.of(pair.positive(), pair.negative()))
                .toList();
        float[][] x = embedder.embed(texts, monitor).toArray(float[][]::new);
        boolean[] positive = new boolean[x.length];
        for (int i = 0; i < x.length; i += 2) {
            positive[i] = true;
        }
        int[] groups = CrossValidation.groups(set.pairs());
        Auc auc = Auc.of(
                CrossValidation.logits(x, positive, groups, C, monitor),
                positive,
                set.pairs().size());
        if (auc.value() < LEAST_AUC) {
            return new TraitScorer(embedder, Optional.empty(), Optional.of(auc), Optional.of(weak(auc)));
        }
        LogisticModel model = LogisticModel.fit(x, positive, C);
        return new TraitScorer(embedder, Optional.of(model), Optional.of(auc), Optional.empty());
    }

    private static Optional<String> unfit(ContrastSet set) {
        if (set.kind() == Kind.CHOICE) {
            return Optional.of("answers are letters, which are scored by their logits");
        }
        if (set.kind() == Kind.INSTRUCTION) {
            return Optional.of("the sides are instructions, not answers that a scorer could learn from");
        }
        return set.pairs().size() < FEWEST_PAIRS
                ? Optional.of("a scorer needs at least " + FEWEST_PAIRS + " pairs, and there are "
                        + set.pairs().size())
                : Optional.empty();
    }

    private static String weak(Auc auc) {
        return String.format(
                Locale.ROOT,
                "the sides cannot be told apart by meaning (AUC %.2f on unseen prompts, %.2f to %.2f; %.1f is needed)",
                auc.value(),
                auc.low(),
                auc.high(),
                LEAST_AUC);
    }

    public boolean offered() {
        return model.isPresent();
    }

    /** Why no score is offered; empty where one is. */
    public Optional<String> whyNot() {
        return whyNot;
    }

    /** On answers to unseen prompts, five folds; empty where nothing could be trained. */
    public Optional<Auc> auc() {
        return auc;
    }

    /**
     * Natural logarithm of p / (1 − p), p the probability of the positive side: linear in the embedding, so that there is
     * room beyond a text that is sure to be positive already. Empty for a blank text or no offer.
     */
    public OptionalDouble logOdds(String text) {
        if (model.isEmpty() || SentenceEmbedder.isBlank(text)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(model.get().logit(embedder.embed(text.strip())));
    }

    /** −1 (as the negative answers) to 1 (as the positive ones): 2p − 1. Empty for a blank text or no offer. */
    public OptionalDouble score(String text) {
        OptionalDouble logOdds = logOdds(text);
        return logOdds.isPresent() ? OptionalDouble.of(bounded(logOdds.getAsDouble())) : logOdds;
    }

    /** 2p − 1 of log odds. */
    public static double bounded(double logOdds) {
        return Math.tanh(logOdds / 2);
    }
}
