package org.vectorscope.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vectorscope.engine.Steering;
import org.vectorscope.engine.TokenRange;

class PlanTest {
    private static List<Text> texts(long seed, int count, int length, int vocabulary) {
        Random random = new Random(seed);
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] ids =
                    random.ints(random.nextInt(1, length + 1), 0, vocabulary).toArray();
            int[] on = new int[ids.length];
            Arrays.fill(on, random.nextInt(ids.length), ids.length, random.nextInt(2));
            texts.add(new Text(ids, on));
        }
        return texts;
    }

    /** A pack as a reader of the cache sees it: each node's text from the beginning. */
    @Property
    void everyPositionOfEveryTextIsComputedOnceAfterItsOwnBeginning(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(min = 1, max = 60) int length,
            @ForAll @IntRange(min = 1, max = 4) int vocabulary,
            @ForAll @IntRange(min = 1, max = 50) int budget) {
        List<Text> texts = texts(seed, count, length, vocabulary);
        Set<List<Integer>> seen = new HashSet<>();
        int[] cached = new int[length];
        for (Pack pack : Plan.of(texts, budget)) {
            assertThat(pack.size()).isBetween(1, budget);
            for (Pack.Part part : pack.parts()) {
                Text text = texts.get(part.text());
                assertThat(part.from()).isEqualTo(pack.prefix());
                assertThat(part.last()).isEqualTo(part.to() == text.length());
                assertThat(Arrays.copyOf(cached, pack.prefix())).isEqualTo(Arrays.copyOf(text.ids(), pack.prefix()));
                for (int p = part.from(); p < part.to(); p++) {
                    int node = part.node(p);
                    assertThat(pack.tokens()[node]).isEqualTo(text.ids()[p]);
                    assertThat(pack.on()[node]).isEqualTo(text.on()[p]);
                    assertThat(pack.positions()[node]).isEqualTo(p);
                    assertThat(pack.parents()[node]).isEqualTo(p == part.from() ? -1 : part.node(p - 1));
                    assertThat(seen.add(List.of(part.text(), p))).isTrue();
                }
            }
            System.arraycopy(pack.tokens(), 0, cached, pack.prefix(), Math.min(pack.size(), length - pack.prefix()));
        }
        assertThat(seen).hasSize(texts.stream().mapToInt(Text::length).sum());
    }

    @Test
    void whatTextsShareIsComputedOnce() {
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int[] ids = new int[60];
            ids[50] = i / 2;
            ids[59] = 1000 + i;
            texts.add(Text.plain(ids));
        }
        List<Pack> packs = Plan.of(texts, 128);
        int tokens = packs.stream().mapToInt(Pack::size).sum();
        assertThat(tokens).isEqualTo(50 + 50 * 9 + 100);
    }

    @Test
    void differentlySteeredTextsAreOneUntilTheVectorIsAdded() {
        Pushes pushes = new Pushes();
        int[] ids = {5, 6, 7};
        List<Text> texts = new ArrayList<>(List.of(Text.plain(ids)));
        for (int layer : new int[] {2, 2, 4}) {
            float[] vector = {texts.size()};
            Steering steering = new Steering(List.of(new Steering.Push(layer, vector, TokenRange.FROM_LAST)));
            texts.add(new Text(ids, pushes.along(steering, 3, 3)));
        }
        List<Pack> packs = Plan.of(texts, 100);
        assertThat(packs).hasSize(1);
        List<Stage> stages = Stage.of(packs.getFirst(), pushes, 6);
        assertThat(stages).extracting(Stage::from).containsExactly(0, 3, 5);
        assertThat(stages).extracting(Stage::rows).containsExactly(3, 5, 6);
        assertThat(stages.get(1).added()).hasSize(2);
        assertThat(stages.get(0).isChain()).isTrue();
        assertThat(stages.get(1).isChain()).isFalse();
    }

    /**
     * Rows times blocks of a sweep of {@code items} prompts of {@code length} tokens, 27 of them shared, over all
     * layers and six strengths, beside what must be computed: each prompt once, and from the steered layer on its last
     * two tokens once for each strength.
     */
    private static double workOfASweep(int blocks, int items, int length, int budget) {
        Pushes pushes = new Pushes();
        List<Text> texts = new ArrayList<>();
        long least =
                27L * blocks + (long) items * (length - 27) * blocks + (long) items * 12 * blocks * (blocks - 1) / 2;
        for (int item = 0; item < items; item++) {
            int[] ids = new int[length];
            Arrays.fill(ids, 27, length, item + 1);
            texts.add(new Text(ids, new int[length]));
            for (int cell = 0; cell < 6 * blocks; cell++) {
                Steering.Push push = new Steering.Push(cell / 6, new float[] {cell}, TokenRange.FROM_LAST);
                texts.add(new Text(ids, pushes.along(new Steering(List.of(push)), length, length - 1)));
            }
        }
        long rows = 0;
        for (Pack pack : Plan.of(texts, budget)) {
            List<Stage> stages = Stage.of(pack, pushes, blocks);
            for (int i = 0; i < stages.size(); i++) {
                int end = i + 1 < stages.size() ? stages.get(i + 1).from() : blocks;
                rows += (long) stages.get(i).rows() * (end - stages.get(i).from());
            }
        }
        System.out.printf(
                "%d items × %d blocks, packs of %d: %d token·blocks, at least %d%n",
                items, blocks, budget, rows, least);
        return (double) rows / least;
    }

    @Test
    void aSweepComputesOnlyWhatSteeringChanged() {
        assertThat(workOfASweep(30, 22, 77, 512)).isEqualTo(1);
        assertThat(workOfASweep(32, 10, 150, 125)).isBetween(1.0, 1.03);
    }

    @Test
    void aTokenSeesThePrefixItsAncestorsAndItself() {
        List<Pack> packs = Plan.of(List.of(Text.plain(1, 2), Text.plain(1, 3)), 100);
        float no = Float.NEGATIVE_INFINITY;
        Stage stage = Stage.of(packs.getFirst(), new Pushes(), 1).getFirst();
        assertThat(stage.mask(1, 0)).containsExactly(0, 0, no, no, 0, 0, 0, no, 0, 0, no, 0);
    }
}
