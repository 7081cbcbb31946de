package org.vectorscope.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.job.Monitor;

class TraitScorerTest {
    private final SentenceEmbedder embedder = new SentenceEmbedder();

    private TraitScorer trained(String sample) {
        return TraitScorer.train(SampleSets.find(sample).orElseThrow(), embedder, Monitor.NONE);
    }

    @Test
    void sentimentIsToldApartOnUnseenPrompts() {
        TraitScorer scorer = trained("sentiment");

        assertThat(scorer.offered()).isTrue();
        assertThat(scorer.auc().orElseThrow().value()).isGreaterThan(0.95);
        assertThat(scorer.auc().orElseThrow().low()).isGreaterThan(0.9);
    }

    @Test
    void textsOfAModelAreScoredByTheirTone() {
        TraitScorer scorer = trained("sentiment");

        double glad = scorer.score("I had a wonderful stay at the hotel last week. The staff were warm and welcoming, "
                        + "the room was spotless, and the view was breathtaking. I can't wait to come back!")
                .orElseThrow();
        double sad = scorer.score("The hotel was too expensive and too cramped. The bed was hard, the shower was cold, "
                        + "and nobody at the desk seemed to care. I left early and I was glad to go.")
                .orElseThrow();
        double plain = scorer.score("The hotel has 120 rooms on six floors. Breakfast is served from seven to ten.")
                .orElseThrow();

        assertThat(glad).isBetween(0.5, 1.0);
        assertThat(sad).isBetween(-1.0, -0.5);
        assertThat(plain).isBetween(-0.6, 0.6);
    }

    @Test
    void aBlankTextHasNoScore() {
        assertThat(trained("sentiment").score(" \n")).isEmpty();
    }

    @Test
    void aSetWhoseSidesMeanAlikeIsNotScored() {
        TraitScorer scorer = trained("truthfulness");

        assertThat(scorer.offered()).isFalse();
        assertThat(scorer.score("Paris is in France.")).isEmpty();
        assertThat(scorer.whyNot().orElseThrow()).startsWith("the sides cannot be told apart by meaning (AUC 0.");
    }

    @Test
    void lettersInstructionsAndAHandfulOfPairsAreNotScored() {
        assertThat(trained("patience").whyNot().orElseThrow()).contains("letters");
        assertThat(TraitScorer.train(tiny(Kind.INSTRUCTION), embedder, Monitor.NONE)
                        .whyNot()
                        .orElseThrow())
                .contains("instructions");
        assertThat(TraitScorer.train(tiny(Kind.TEXT), embedder, Monitor.NONE).whyNot())
                .contains("a scorer needs at least 10 pairs, and there are 1");
    }

    private static ContrastSet tiny(Kind kind) {
        List<Pair> pairs = List.of(new Pair("How are you?", "Glad.", "Sad."));
        return new ContrastSet("tiny", "Tiny", "", kind, "glad", "sad", pairs, List.of(), List.of());
    }
}
