package org.vectorscope.ui.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vectorscope.geometry.ActivationCloud;
import org.vectorscope.geometry.ActivationGeometry;
import org.vectorscope.geometry.Gaussians;
import org.vectorscope.geometry.Rows;

class GeometryWordsTest {
    @Test
    void fewTextsOwnUpToTheRankFloor() {
        GeometryWords words = GeometryWords.nullSpace(ActivationGeometry.ofPairs(3, rows(10, 40)), 1e-3);

        assertThat(words.finding())
                .isEqualTo("31 of 40 directions (78 %) lie below 10⁻³ × the largest eigenvalue, and all of them are the"
                        + " rank floor: ");
        assertThat(words.rest())
                .isEqualTo("10 texts span at most 9 directions. Random data with the same n and d gives 31 [31, 31] (20"
                        + " seeds). So this count says nothing about the model.");
    }

    @Test
    void manyTokensNeedNoSuchWarning() {
        ActivationCloud cloud = new ActivationCloud(4);
        rows(300, 4).forEach(cloud::add);
        ActivationGeometry geometry = ActivationGeometry.ofCorpus(3, cloud);

        assertThat(GeometryWords.nullSpace(geometry, 1e-3).finding())
                .isEqualTo("0 of 4 directions (0 %) lie below 10⁻³ × the largest eigenvalue. ");
        assertThat(GeometryWords.energy(geometry, new float[] {1, 0, 0, 0}, 1e-3)
                        .finding())
                .isEqualTo("0.0 % of v’s energy lies below the threshold");
    }

    @Test
    void aVectorOfTheSameTextsIsSaidToLieInTheirSpan() {
        List<float[]> rows = rows(10, 40);
        float[] v = rows.get(0).clone();
        for (int j = 0; j < v.length; j++) {
            v[j] -= rows.get(1)[j];
        }
        GeometryWords words = GeometryWords.energy(ActivationGeometry.ofPairs(3, rows), v, 1e-3);

        assertThat(words.rest()).contains("a random direction would have 78 %", "test with a corpus");
    }

    @Test
    void selectedPairsAreNamedByTheirPlaceInTheWholeSet() {
        assertThat(PairCallout.words(List.of(0, 2), List.of(4, 5, 7))).isEqualTo("2 pairs: 5, 8");
        assertThat(PairCallout.words(List.of(0, 1, 2, 3, 4), List.of(0, 1, 2, 3, 4)))
                .isEqualTo("5 pairs: 1, 2, 3, 4, …");
    }

    private static List<float[]> rows(int n, int d) {
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(Rows.floats(new Gaussians(5, i).next(d)));
        }
        return rows;
    }
}
