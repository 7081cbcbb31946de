package org.vectorscope.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file, where there is one, and the memory beside it; and what is said when one of them fails. */
final class Shelves implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final Path file;
    private final Optional<Shelf> disk;
    private final Shelf memory = Shelf.inMemory();
    private final Consumer<String> notices;

    /** Asks a shelf, or changes it. */
    @FunctionalInterface
    interface Question<T> {
        T of(Shelf shelf) throws SQLException;
    }

    Shelves(Path file, Optional<Database> database, Consumer<String> notices) {
        this.file = file;
        this.disk = database.map(Shelf::onDisk);
        this.notices = notices;
    }

    Optional<Shelf> disk() {
        return disk;
    }

    Shelf memory() {
        return memory;
    }

    List<Shelf> all() {
        List<Shelf> shelves = new ArrayList<>(List.of(memory));
        disk.ifPresent(shelves::add);
        return shelves;
    }

    /** The shelf that holds a run of that number, if it exists. */
    Optional<Shelf> holding(long number) {
        return number < 0 ? Optional.of(memory) : disk;
    }

    /** The first answer; a shelf that fails has none. */
    <T> Optional<T> first(Question<Optional<T>> question) {
        return all().stream().flatMap(shelf -> ask(shelf, question).stream()).findFirst();
    }

    /** All answers; a shelf that fails has none. */
    <T> Stream<T> every(Question<List<T>> question) {
        return all().stream()
                .flatMap(shelf -> ask(shelf, s -> Optional.of(question.of(s))).stream())
                .flatMap(List::stream);
    }

    <T> Optional<T> ask(Shelf shelf, Question<Optional<T>> question) {
        try {
            return question.of(shelf);
        } catch (SQLException e) {
            tell(e);
            return Optional.empty();
        }
    }

    /** @throws StoreFailure if the shelf cannot be changed */
    <T> T change(Shelf shelf, Question<T> question) {
        try {
            return question.of(shelf);
        } catch (SQLException e) {
            throw new StoreFailure(Trouble.sentence(file, e), e);
        }
    }

    private void tell(SQLException e) {
        LOG.warn("{}", file, e);
        if (Trouble.isDamage(e)) {
            new StoreFile(file, notices).suspect();
        }
        notices.accept(Trouble.sentence(file, e));
    }

    @Override
    public void close() {
        for (Shelf shelf : all()) {
            try {
                shelf.close();
            } catch (SQLException e) {
                LOG.warn("{} was not closed as it should be", file, e);
            }
        }
    }
}
