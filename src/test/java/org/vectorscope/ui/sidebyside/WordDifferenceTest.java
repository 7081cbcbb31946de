package org.vectorscope.ui.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WordDifferenceTest {
    @Test
    void equalTextsDoNotDiffer() {
        assertThat(WordDifference.of(List.of("a", "b"), List.of("a", "b"))).isEmpty();
    }

    @Test
    void aChangedWordIsFoundAndWhatFollowsItIsNot() {
        List<String> words = List.of("The", "room", "was", "lovely", "and", "clean.");
        List<String> reference = List.of("The", "room", "was", "small", "and", "clean.");

        assertThat(WordDifference.of(words, reference)).isEqualTo(Set.of(3));
    }

    @Test
    void againstNothingEveryWordDiffers() {
        assertThat(WordDifference.of(List.of("a", "b"), List.of())).isEqualTo(Set.of(0, 1));
    }

    @Property
    void whatDoesNotDifferIsASubsequenceOfTheReference(
            @ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> a,
            @ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> b) {
        List<String> words = a.stream().map(String::valueOf).toList();
        List<String> reference = b.stream().map(String::valueOf).toList();
        Set<Integer> different = WordDifference.of(words, reference);

        int at = 0;
        for (int i = 0; i < words.size(); i++) {
            if (!different.contains(i)) {
                while (at < reference.size() && !reference.get(at).equals(words.get(i))) {
                    at++;
                }
                assertThat(at).isLessThan(reference.size());
                at++;
            }
        }
    }
}
