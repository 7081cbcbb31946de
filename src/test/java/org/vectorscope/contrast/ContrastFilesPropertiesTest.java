package org.vectorscope.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vectorscope.contrast.ContrastFiles.Format;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.file.BadInput;

/** Whatever is written can be read; whatever is read is a set or a BadInput. */
class ContrastFilesPropertiesTest {
    static final List<String> SEEDS = List.of(
            "{\"format\":\"vectorscope.contrast.1\",\"kind\":\"text\",\"pairs\":[{\"prompt\":\"q\",\"positive\":\"a\","
                    + "\"negative\":\"b\"}],\"prompts\":[\"p\"],\"shifts\":[{\"axis\":\"topic\",\"name\":\"n\",\"prompts\":[\"p\"]}]}",
            "[{\"question\":\"q\",\"answer_matching_behavior\":\"(A)\",\"answer_not_matching_behavior\":\"(B)\"}]",
            "{\"question\":\"q\",\"answer_matching_behavior\":\"Yes\",\"answer_not_matching_behavior\":\"No\"}\n",
            "prompt,positive,negative\n\"a,\nb\",\"c \"\"d\",e\n",
            "positive\tnegative\na\tb\n",
            "{\"instruction\":[{\"pos\":\"a\",\"neg\":\"b\"}],\"questions\":[\"q\"]}");

    @Property(tries = 300)
    void ownJsonGoesRoundExactly(@ForAll("sets") ContrastSet set) {
        assertThat(again(set, Format.JSON)).isEqualTo(set);
    }

    @Property(tries = 300)
    void csvKeepsThePairsExactly(@ForAll("sets") ContrastSet set) {
        assertThat(again(set, Format.CSV).pairs()).isEqualTo(set.pairs());
    }

    @Property(tries = 1000)
    void anyDamageIsASetOrARefusal(
            @ForAll("seeds") String seed, @ForAll int position, @ForAll byte value, @ForAll boolean cut) {
        byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
        int at = Math.floorMod(position, bytes.length);
        bytes[at] = value;
        setOrRefusal(cut ? Arrays.copyOf(bytes, at) : bytes);
    }

    @Property(tries = 300)
    void damagedPromptsArePromptsOrARefusal(@ForAll("seeds") String seed, @ForAll int position, @ForAll byte value) {
        byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
        bytes[Math.floorMod(position, bytes.length)] = value;
        promptsOrRefusal(bytes);
    }

    static void promptsOrRefusal(byte[] bytes) {
        try {
            assertThat(PromptSuite.parse("fuzz", bytes).all()).isNotEmpty();
        } catch (BadInput e) {
            assertThat(e).hasMessageStartingWith("fuzz: ");
        }
    }

    static void setOrRefusal(byte[] bytes) {
        try {
            ContrastSet set = ContrastFiles.parse("fuzz", bytes);
            assertThat(set.pairs()).isNotEmpty().allMatch(pair -> PairList.fault(pair)
                    .isEmpty());
        } catch (BadInput e) {
            assertThat(e).hasMessageStartingWith("fuzz: ");
            assertThat(e.getMessage()).doesNotContain("\n");
        }
    }

    private static ContrastSet again(ContrastSet set, Format format) {
        return ContrastFiles.parse(set.name(), ContrastFiles.text(set, format).getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> seeds() {
        return Arbitraries.of(SEEDS);
    }

    @Provide
    Arbitrary<ContrastSet> sets() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("aZ09 ,;\"'\\{}[]()\t\n\r\u00e4\u4e2d\u200d")
                .ofMaxLength(12);
        Arbitrary<Pair> pair = Combinators.combine(text, text, text)
                .as(Pair::new)
                .filter(p -> PairList.fault(p).isEmpty() && !PairList.isChoice(p));
        return pair.list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(pairs ->
                        new ContrastSet("s", "S", "d", Kind.TEXT, "more", "less", pairs, List.of("go"), List.of()));
    }
}
