package org.vectorscope.lab;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.job.Monitor;
import org.vectorscope.score.SentenceEmbedder;
import org.vectorscope.score.TraitScorer;

/** Trait scorers by contrast set, trained once. */
public final class Traits {
    private final SentenceEmbedder embedder = new SentenceEmbedder();
    private final Map<String, TraitScorer> trained = new ConcurrentHashMap<>();

    Traits() {}

    /**
     * @param value −1 to 1
     * @param logOdds the same without bounds
     * @param why one sentence where there is neither
     */
    public record Score(@Nullable Double value, @Nullable Double logOdds, @Nullable String why) {
        static Score of(double logOdds) {
            return new Score(TraitScorer.bounded(logOdds), logOdds, null);
        }

        static Score none(String why) {
            return new Score(null, null, why);
        }
    }

    /** Scores one text. */
    @FunctionalInterface
    public interface Scorer {
        Score score(String text);
    }

    /** @return a scorer that says why where the trait cannot be told from text */
    public Scorer scorer(Optional<ContrastSet> set, Monitor monitor) {
        if (set.isEmpty()) {
            return text -> Score.none("no contrast set to score by");
        }
        TraitScorer scorer = trained(set.get(), monitor);
        Optional<String> whyNot = scorer.whyNot();
        return text -> {
            OptionalDouble logOdds = scorer.logOdds(text);
            return logOdds.isPresent()
                    ? Score.of(logOdds.getAsDouble())
                    : Score.none(whyNot.orElse("the text is empty"));
        };
    }

    /** The trained scorer itself, for its AUC. */
    public TraitScorer trained(ContrastSet set, Monitor monitor) {
        return trained.computeIfAbsent(set.pairsSha256(), key -> TraitScorer.train(set, embedder, monitor));
    }
}
