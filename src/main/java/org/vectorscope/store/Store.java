package org.vectorscope.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Results by their recipes. Thread-safe; calls read and write the disk, so none of them belongs on the thread that
 * draws. Faults of the disk are told once each as a sentence; only changes to what is kept already can fail.
 */
public final class Store implements AutoCloseable {
    public static final long DEFAULT_LIMIT = 5_000_000_000L;

    private static final long MEMORY_LIMIT = 512L << 20;
    private static final Duration UNDO = Duration.ofHours(1);

    private final Path file;
    private final Shelves shelves;
    private final InstantSource clock;
    private final Map<Long, Long> used = new ConcurrentHashMap<>();
    private final Tidying tidying = new Tidying(() -> tidy(UNDO));
    private volatile long limit = DEFAULT_LIMIT;

    private Store(Path file, Optional<Database> database, Consumer<String> notices, InstantSource clock) {
        this.file = file;
        this.shelves = new Shelves(file, database, notices);
        this.clock = clock;
        tidying.request();
    }

    /**
     * Opens or creates the file, in whatever state it is.
     *
     * @param notices takes a sentence for the person where something is not as it should be; called from any thread
     */
    public static Store open(Path file, Consumer<String> notices) {
        return open(file, notices, InstantSource.system());
    }

    static Store open(Path file, Consumer<String> notices, InstantSource clock) {
        Set<String> told = ConcurrentHashMap.newKeySet();
        Consumer<String> once = notice -> {
            if (told.add(notice)) {
                notices.accept(notice);
            }
        };
        return new Store(file, new StoreFile(file, once).open(), once, clock);
    }

    /** Keeps nothing beyond {@link #close}. */
    public static Store inMemory() {
        return new Store(Path.of("memory"), Optional.empty(), notice -> {}, InstantSource.system());
    }

    /** What was computed from this recipe, if it still is there and whole. */
    public Optional<Entry> find(Key key) {
        String id = key.id();
        return touched(shelves.first(shelf -> shelf.find(id)));
    }

    public Optional<Entry> open(long number) {
        return touched(shelves.first(shelf -> shelf.open(number)));
    }

    private Optional<Entry> touched(Optional<Entry> entry) {
        entry.ifPresent(e -> used.put(e.run().number(), clock.millis()));
        return entry;
    }

    /** One array of a run; empty where there is none of that name, or it is no longer whole. */
    public Optional<float[]> floats(Run run, String array) {
        return shelves.holding(run.number()).flatMap(shelf -> shelves.ask(shelf, s -> s.floats(run.number(), array)));
    }

    /** Names of a run's arrays, in alphabetical order. */
    public List<String> arrays(Run run) {
        return shelves.holding(run.number()).stream()
                .flatMap(shelf -> shelves.ask(shelf, s -> Optional.of(s.arrays(run.number()))).stream())
                .flatMap(List::stream)
                .toList();
    }

    /** Keeps a result on the disk, or in memory where the disk refuses. What had the same key is replaced. */
    public Entry put(Key key, Summary summary, Content content, Duration took) {
        Shelves.Question<Entry> put = shelf -> shelf.put(key, summary, content, took, clock.millis());
        Optional<Entry> onDisk = shelves.disk().flatMap(shelf -> shelves.ask(shelf, disk -> Optional.of(put.of(disk))));
        if (onDisk.isPresent()) {
            shelves.change(shelves.memory(), memory -> memory.remove(key.id()));
        }
        tidying.request();
        return onDisk.orElseGet(() -> shelves.change(shelves.memory(), put));
    }

    /** Newest first. */
    public List<Run> runs(RunFilter filter) {
        return shelves.every(shelf -> shelf.list(filter))
                .sorted(Comparator.comparing(Run::created)
                        // numbers in memory count downwards from zero
                        .thenComparing(run -> Math.abs(run.number()))
                        .reversed())
                .limit(filter.most())
                .toList();
    }

    /** What was computed from this run's result: it stays as it is when the run is deleted. */
    public List<Run> dependents(Run run) {
        return shelves.every(shelf -> shelf.using(run.key())).toList();
    }

    /** Hides a run at once; it is removed for good an hour later, or when the store is closed. */
    public void delete(long number) {
        change(number, "binned_ms = ?", clock.millis());
    }

    /** Takes back {@link #delete}. */
    public void undelete(long number) {
        change(number, "binned_ms = NULL");
    }

    /** Keeps a run whatever space runs out. */
    public void save(long number) {
        change(number, "saved = 1");
    }

    /** Takes back {@link #save} and {@link #name}. */
    public void unsave(long number) {
        change(number, "saved = 0, name = NULL");
    }

    /**
     * Names a run, which saves it.
     *
     * @throws StoreFailure if another run has that name
     */
    public void name(long number, String name) {
        if (runNamed(name).filter(run -> run.number() != number).isPresent()) {
            throw new StoreFailure("There is a run called " + name + " already.");
        }
        change(number, shelf -> shelf.name(number, name));
    }

    public Optional<Run> runNamed(String name) {
        return shelves.first(shelf -> shelf.named(name));
    }

    /** Notes that a run was computed afresh, and whether the same came out. */
    public void replayed(long number, boolean equal) {
        change(number, "replayed_ms = ?, replayed_equal = ?", clock.millis(), equal ? 1 : 0);
    }

    private void change(long number, String assignment, Object... values) {
        change(number, shelf -> shelf.change(number, assignment, values));
    }

    private void change(long number, Shelves.Question<Boolean> change) {
        Optional<Shelf> shelf = shelves.holding(number);
        if (shelf.isEmpty() || !shelves.change(shelf.get(), change)) {
            throw new StoreFailure("There is no run " + number + ".");
        }
    }

    /** Deletes for good what may be computed again of this kind. @return bytes */
    public long free(Kind kind) {
        long bytes = 0;
        for (Shelf shelf : shelves.all()) {
            bytes += shelves.change(
                    shelf,
                    s -> s.remove(s.candidates().stream()
                            .filter(c -> c.kind() == kind && !c.saved())
                            .toList()));
        }
        tidying.request();
        return bytes;
    }

    public Usage usage() {
        Map<Kind, Long> bytes = new EnumMap<>(Kind.class);
        Map<Kind, Long> runs = new EnumMap<>(Kind.class);
        shelves.every(Shelf::candidates).forEach(c -> {
            bytes.merge(c.kind(), c.bytes(), Long::sum);
            runs.merge(c.kind(), 1L, Long::sum);
        });
        return new Usage(bytes, runs, limit, freeOnDisk());
    }

    private long freeOnDisk() {
        try {
            return shelves.disk().isPresent() ? Files.getFileStore(file).getUsableSpace() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** @param bytes beyond this, what was unused longest is given up, activations first */
    public void limit(long bytes) {
        limit = bytes;
        tidying.request();
    }

    /** What the window remembers from one time to the next. */
    public Optional<JsonNode> setting(String name) {
        return shelves.first(shelf -> shelf.setting(name));
    }

    public void putSetting(String name, JsonNode value) {
        Shelf shelf = shelves.disk().orElse(shelves.memory());
        shelves.ask(shelf, s -> s.putSetting(name, value));
    }

    /** Notes uses, removes what was deleted and what is too much, and gives free pages back to the disk. */
    private void tidy(Duration undo) {
        Map<Long, Long> uses = Map.copyOf(used);
        uses.forEach(used::remove);
        for (Shelf shelf : shelves.all()) {
            long most = shelf == shelves.memory() ? Math.min(limit, MEMORY_LIMIT) : limit;
            shelves.ask(shelf, s -> tidied(s, uses, most, clock.millis() - undo.toMillis()));
        }
    }

    private Optional<Shelf> tidied(Shelf shelf, Map<Long, Long> uses, long most, long binnedBefore)
            throws SQLException {
        shelf.used(uses);
        shelf.emptyBin(binnedBefore);
        shelf.remove(Eviction.plan(shelf.candidates(), most));
        boolean more = true;
        while (more && !tidying.isClosed()) {
            more = shelf.giveBack();
        }
        return Optional.of(shelf);
    }

    /** From now on the file's disk is as good as full. */
    void growNoMore() throws SQLException {
        if (shelves.disk().isPresent()) {
            shelves.disk().get().growNoMore();
        }
    }

    @Override
    public void close() {
        tidying.close();
        tidy(Duration.ZERO.minusMillis(1));
        shelves.close();
    }
}
