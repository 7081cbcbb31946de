package org.vectorscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vectorscope.store.Samples.TOOK;
import static org.vectorscope.store.Samples.content;
import static org.vectorscope.store.Samples.key;
import static org.vectorscope.store.Samples.noise;
import static org.vectorscope.store.Samples.put;
import static org.vectorscope.store.Samples.summary;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.file.Json;

class StoreTest {
    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T08:00:00Z"));
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(
                folder.resolve("lab.db"),
                notice -> {
                    throw new AssertionError(notice);
                },
                () -> now.updateAndGet(t -> t.plusSeconds(1)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        close();
        open();
    }

    @Test
    void whatWasPutIsFoundAgainInTheNextSession() {
        Entry put = put(store, Kind.VECTOR, 1, 600_000);
        reopen();

        Entry found = store.find(key(Kind.VECTOR, 1)).orElseThrow();

        assertThat(found.result()).isEqualTo(put.result());
        assertThat(found.run().label()).isEqualTo("0001");
        assertThat(found.run().took()).isEqualTo(TOOK);
        assertThat(found.run().recipe()).isEqualTo(key(Kind.VECTOR, 1).recipe());
        assertThat(store.floats(found.run(), "resid_post.15"))
                .hasValueSatisfying(v -> assertThat(v).isEqualTo(noise(600_000)));
        assertThat(store.floats(found.run(), "resid_post.16")).isEmpty();
        assertThat(store.find(key(Kind.VECTOR, 2))).isEmpty();
        assertThat(store.find(key(Kind.GEOMETRY, 1))).isEmpty();
    }

    @Test
    void anEmptyArrayIsKeptAsOne() {
        Entry entry = put(store, Kind.VECTOR, 1, 0);

        assertThat(store.floats(entry.run(), "resid_post.15"))
                .hasValueSatisfying(v -> assertThat(v).isEmpty());
    }

    @Test
    void theOrderOfARecipesFieldsDoesNotMatter() {
        Key one = new Key(Kind.VECTOR, Json.parse("one", "{\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}}"));
        Key other = new Key(Kind.VECTOR, Json.parse("other", "{\"b\": {\"d\": 3, \"c\": 2}, \"a\": 1}"));

        assertThat(one.id()).isEqualTo(other.id()).hasSize(64);
    }

    @Test
    void activationsOfAllLayersTakeLessThanAFifthOfASecond() {
        Map<String, float[]> layers = new LinkedHashMap<>();
        for (int layer = 0; layer < 30; layer++) {
            layers.put("resid_post." + layer, noise(120 * 576));
        }
        Content content = new Content(IntNode.valueOf(30), layers);
        store.put(key(Kind.ACTIVATIONS, 0), summary("warm"), content, TOOK);

        long begun = System.nanoTime();
        Run run = store.put(key(Kind.ACTIVATIONS, 1), summary("120 texts"), content, TOOK)
                .run();
        long put = System.nanoTime() - begun;
        layers.forEach((name, values) ->
                assertThat(store.floats(run, name).orElseThrow()).isEqualTo(values));
        long got = System.nanoTime() - begun - put;

        assertThat(Duration.ofNanos(put)).isLessThan(Duration.ofMillis(1000));
        assertThat(Duration.ofNanos(got)).isLessThan(Duration.ofMillis(1000));
        System.Logger log = System.getLogger(StoreTest.class.getName());
        log.log(System.Logger.Level.INFO, "put {0} ms, got {1} ms", put / 1_000_000, got / 1_000_000);
    }

    @Test
    void computingAgainKeepsTheNumberAndTheName() {
        Run first = put(store, Kind.VECTOR, 1, 10).run();
        put(store, Kind.VECTOR, 2, 10);
        store.name(first.number(), "cheer");

        store.put(key(Kind.VECTOR, 1), summary("again"), content(20), TOOK);
        store.replayed(first.number(), true);

        Run again = store.find(key(Kind.VECTOR, 1)).orElseThrow().run();
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.name()).contains("cheer");
        assertThat(again.saved()).isTrue();
        assertThat(again.replay()).map(Run.Replay::equal).contains(true);
        assertThat(store.floats(again, "resid_post.15")).map(v -> v.length).contains(20);
    }

    @Test
    void runsAreListedNewestFirstAndFiltered() {
        put(store, Kind.VECTOR, 1, 10);
        put(store, Kind.GEOMETRY, 22, 10);
        put(store, Kind.GENERATE, 333, 10);

        assertThat(store.runs(RunFilter.ALL)).extracting(Run::label).containsExactly("0003", "0002", "0001");
        assertThat(store.runs(RunFilter.of(Kind.GEOMETRY)))
                .extracting(Run::label)
                .containsExactly("0002");
        assertThat(store.runs(new RunFilter(Set.of(Kind.GEOMETRY, Kind.VECTOR), "", 1)))
                .extracting(Run::label)
                .containsExactly("0002");
        assertThat(store.runs(RunFilter.ALL.withWords("  SEED 333 ")))
                .extracting(Run::label)
                .containsExactly("0003");
        assertThat(store.runs(RunFilter.ALL.withWords("sentiment"))).hasSize(3);
        assertThat(store.runs(RunFilter.ALL.withWords("0002")))
                .extracting(Run::label)
                .containsExactly("0002");
        assertThat(store.runs(RunFilter.ALL.withWords("100% 'none'"))).isEmpty();
    }

    @Test
    void aDeletedRunIsGoneUntilItIsTakenBack() {
        Run run = put(store, Kind.GENERATE, 1, 10).run();

        store.delete(run.number());
        assertThat(store.runs(RunFilter.ALL)).isEmpty();
        assertThat(store.find(key(Kind.GENERATE, 1))).isEmpty();
        assertThat(store.usage().totalRuns()).isZero();

        store.undelete(run.number());
        assertThat(store.find(key(Kind.GENERATE, 1))).isPresent();

        store.delete(run.number());
        reopen();
        assertThatThrownBy(() -> store.undelete(run.number())).isInstanceOf(StoreFailure.class);
        assertThat(put(store, Kind.GENERATE, 1, 10).run().number())
                .as("numbers are never used twice")
                .isEqualTo(2);
    }

    @Test
    void aRunKnowsWhatWasComputedFromIt() {
        Run vector = put(store, Kind.VECTOR, 1, 10).run();
        Key used = key(Kind.VECTOR, 1);
        store.put(key(Kind.GENERATE, 2), new Summary("5 arms", "15", 15, List.of(used)), content(3), TOOK);

        assertThat(store.dependents(vector)).extracting(Run::title).containsExactly("5 arms");
    }

    @Test
    void aNameBelongsToOneRun() {
        Run one = put(store, Kind.VECTOR, 1, 10).run();
        Run two = put(store, Kind.VECTOR, 2, 10).run();
        store.name(one.number(), "cheer");

        assertThatThrownBy(() -> store.name(two.number(), "cheer"))
                .isInstanceOf(StoreFailure.class)
                .hasMessage("There is a run called cheer already.");
        store.name(one.number(), "gladness");
        store.name(two.number(), "cheer");

        assertThat(store.runNamed("gladness")).map(Run::number).contains(one.number());
        assertThat(store.runNamed("cheer")).map(Run::number).contains(two.number());
    }

    @Test
    void aNameInTheBinCanBeGivenAgain() {
        Run one = put(store, Kind.VECTOR, 1, 10).run();
        Run two = put(store, Kind.VECTOR, 2, 10).run();
        store.name(one.number(), "cheer");
        store.delete(one.number());

        store.name(two.number(), "cheer");
        store.undelete(one.number());

        assertThat(store.runNamed("cheer")).map(Run::number).contains(two.number());
    }

    @Test
    void sizesAreToldByKind() {
        put(store, Kind.ACTIVATIONS, 1, 1000);
        put(store, Kind.ACTIVATIONS, 2, 1000);
        put(store, Kind.VECTOR, 3, 10);

        Usage usage = store.usage();

        assertThat(usage.runs()).isEqualTo(Map.of(Kind.ACTIVATIONS, 2L, Kind.VECTOR, 1L));
        assertThat(usage.bytes().get(Kind.ACTIVATIONS)).isBetween(8000L, 8200L);
        assertThat(usage.totalBytes()).isBetween(8040L, 8300L);
        assertThat(usage.freeOnDisk()).isPositive();
    }

    @Test
    void beyondItsLimitTheStoreGivesUpWhatWasUnusedLongest() {
        put(store, Kind.ACTIVATIONS, 1, 1000);
        put(store, Kind.ACTIVATIONS, 2, 1000);
        put(store, Kind.ACTIVATIONS, 3, 1000);
        store.save(2);
        store.find(key(Kind.ACTIVATIONS, 1));
        store.limit(9_000);

        reopen();

        assertThat(store.runs(RunFilter.ALL)).extracting(Run::number).containsExactly(2L, 1L);
    }

    @Test
    void freedSpaceGoesBackToTheDisk() throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            put(store, Kind.ACTIVATIONS, i, 500_000);
        }
        store.save(1);
        reopen();
        long full = Files.size(folder.resolve("lab.db"));

        long freed = store.free(Kind.ACTIVATIONS);

        assertThat(freed).isBetween(18_000_000L, 18_001_000L);
        for (int i = 0; i < 50 && Files.size(folder.resolve("lab.db")) > full / 4; i++) {
            Thread.sleep(50);
            reopen();
        }
        assertThat(Files.size(folder.resolve("lab.db"))).isLessThan(full / 4);
        assertThat(store.runs(RunFilter.ALL)).extracting(Run::number).containsExactly(1L);
    }

    @Test
    void settingsOutliveTheSession() {
        store.putSetting("theme", TextNode.valueOf("dark"));
        store.putSetting("theme", TextNode.valueOf("light"));
        reopen();

        assertThat(store.setting("theme")).contains(TextNode.valueOf("light"));
        assertThat(store.setting("size")).isEmpty();
    }

    @Test
    void twoWindowsReadAndWriteTheSameFile() {
        try (Store other = Store.open(folder.resolve("lab.db"), notice -> {})) {
            put(store, Kind.VECTOR, 1, 10);
            put(other, Kind.VECTOR, 2, 10);
            put(store, Kind.VECTOR, 3, 10);

            assertThat(other.find(key(Kind.VECTOR, 1))).isPresent();
            assertThat(store.find(key(Kind.VECTOR, 2))).isPresent();
            assertThat(other.runs(RunFilter.ALL)).hasSize(3);
        }
    }

    @Test
    void aStoreInMemoryWorksAlike() {
        try (Store memory = Store.inMemory()) {
            Run run = put(memory, Kind.VECTOR, 1, 10).run();
            put(memory, Kind.VECTOR, 2, 10);
            memory.name(run.number(), "cheer");

            assertThat(run.label()).isEqualTo("m1");
            assertThat(memory.runNamed("cheer")).map(Run::number).isEqualTo(Optional.of(-1L));
            assertThat(memory.floats(run, "resid_post.15")).isPresent();
            assertThat(memory.runs(RunFilter.ALL)).extracting(Run::label).containsExactly("m2", "m1");
        }
    }
}
