package org.vectorscope.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vectorscope.job.Monitor;

class SentenceEmbedderTest {
    private final SentenceEmbedder embedder = new SentenceEmbedder();

    @Test
    void vectorsAreThoseOfTheReference() {
        for (JsonNode c : Fixtures.cases("embeddings")) {
            float[] vector = embedder.embed(c.get("text").textValue());

            assertThat(cosine(vector, Fixtures.floats(c.get("vector"))))
                    .as("quantised kernels differ between processors")
                    .isGreaterThan(0.995);
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void aTextOfAnyLengthIsEmbeddedWhole() {
        String happy = "The picnic was a joy and everybody laughed until the evening. ";
        String sad = "The funeral was long and everybody wept until the evening. ";

        float[] both = embedder.embed(happy.repeat(60) + sad.repeat(60));

        double toHappy = cosine(both, embedder.embed(happy));
        double toSad = cosine(both, embedder.embed(sad));
        assertThat(cosine(both, both)).isCloseTo(1, within(1e-5));
        assertThat(toHappy).as("near both halves").isGreaterThan(0.4);
        assertThat(toSad).as("near both halves").isGreaterThan(0.4);
    }

    @Test
    void oddTextsAreEmbeddedToo() {
        List<String> odd = List.of("a".repeat(5000), "漢字".repeat(400), "\ud83d\ude42".repeat(300));

        assertThat(embedder.embed(odd, Monitor.NONE))
                .allSatisfy(v -> assertThat(cosine(v, v)).isCloseTo(1, within(1e-5)));
        assertThat(embedder.embed("\n \u0000")).as("nothing in it").containsOnly(0);
    }

    @Test
    void passagesAreTheTextInOrder() {
        String text = "One sentence. Another one! A third? ".repeat(80) + "漢".repeat(700);

        List<String> passages = Passages.of(text);

        assertThat(String.join("", passages)).isEqualTo(text);
        assertThat(passages).hasSizeGreaterThan(4);
    }

    static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
