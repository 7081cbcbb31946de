package org.vectorscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vectorscope.store.Samples.key;
import static org.vectorscope.store.Samples.put;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFaultsTest {
    @TempDir
    Path folder;

    private final List<String> notices = new CopyOnWriteArrayList<>();
    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("lab.db");
    }

    private Store open() {
        return Store.open(file, notices::add);
    }

    @Test
    void aProcessKilledInMidWriteLosesNothingItHadCommitted() throws IOException, InterruptedException {
        int committed = killAfter(5);

        try (Store store = open()) {
            for (int seed = 1; seed <= committed; seed++) {
                Run run = store.find(key(Kind.ACTIVATIONS, seed)).orElseThrow().run();
                assertThat(store.floats(run, "resid_post.15")).isPresent();
            }
            assertThat(store.runs(RunFilter.ALL)).allSatisfy(run -> assertThat(store.floats(run, "resid_post.15"))
                    .isPresent());
            put(store, Kind.VECTOR, 1, 10);
        }
        assertThat(notices).isEmpty();
    }

    /** @return how many entries the other process had reported as kept when it was killed */
    private int killAfter(int least) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterUntilKilled.class.getName(),
                        file.toString())
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int reported = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("kept ")) {
                    reported = Integer.parseInt(line.substring("kept ".length()));
                }
                if (reported >= least) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        assertThat(reported).isGreaterThanOrEqualTo(least);
        return reported;
    }

    @Test
    void aDamagedFileIsSetAsideAndANewOneBegun() throws IOException {
        try (Store store = open()) {
            for (int seed = 0; seed < 20; seed++) {
                put(store, Kind.VECTOR, seed, 10_000);
            }
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long at = 16_384; at < bytes.length(); at += 16_384) {
                bytes.seek(at);
                bytes.write(new byte[64]);
            }
        }

        try (Store store = open()) {
            assertThat(store.runs(RunFilter.ALL)).isEmpty();
            put(store, Kind.VECTOR, 1, 10);
        }
        assertThat(notices).singleElement().asString().startsWith("lab.db was damaged and is now lab.db.damaged-20");
        assertThat(names()).anyMatch(name -> name.startsWith("lab.db.damaged-"));
        notices.clear();
        try (Store store = open()) {
            assertThat(store.find(key(Kind.VECTOR, 1))).isPresent();
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAsideToo() throws IOException {
        Files.writeString(file, "These are the notes of a person, not a database.\n".repeat(100));

        try (Store store = open()) {
            put(store, Kind.VECTOR, 1, 10);
        }
        assertThat(notices).singleElement().asString().contains("was damaged");
        assertThat(names()).anyMatch(name -> name.startsWith("lab.db.damaged-"));
    }

    @Test
    void aFlippedByteInAPayloadMakesItAbsentRatherThanWrong() throws SQLException {
        try (Store store = open()) {
            put(store, Kind.VECTOR, 1, 10_000);
        }
        alter("UPDATE chunk SET data = zeroblob(length(data)) WHERE part = 'resid_post.15'");

        try (Store store = open()) {
            Run run = store.find(key(Kind.VECTOR, 1)).orElseThrow().run();
            assertThat(store.floats(run, "resid_post.15")).isEmpty();
        }
    }

    @Test
    void aFullDiskKeepsNewResultsInMemoryAndOldOnesReadable() throws SQLException {
        try (Store store = open()) {
            put(store, Kind.VECTOR, 1, 10);
            store.growNoMore();
            Run second = put(store, Kind.VECTOR, 2, 1_000_000).run();
            put(store, Kind.VECTOR, 3, 1_000_000);

            assertThat(second.label()).isEqualTo("m1");
            assertThat(store.floats(second, "resid_post.15")).map(v -> v.length).contains(1_000_000);
            assertThat(store.find(key(Kind.VECTOR, 1))).isPresent();
            assertThat(store.runs(RunFilter.ALL)).extracting(Run::label).containsExactly("m2", "m1", "0001");
        }
        assertThat(notices).containsExactly("The disk is full: new results stay in memory until the program ends.");
        try (Store store = open()) {
            assertThat(store.runs(RunFilter.ALL)).extracting(Run::label).containsExactly("0001");
        }
    }

    @Test
    void aFolderThatCannotBeMadeLeavesTheMemory() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("vectorscope"), "a file");

        try (Store store = Store.open(inTheWay.resolve("lab.db"), notices::add)) {
            assertThat(put(store, Kind.VECTOR, 1, 10).run().label()).isEqualTo("m1");
            assertThat(store.find(key(Kind.VECTOR, 1))).isPresent();
        }
        assertThat(notices).singleElement().asString().endsWith(Trouble.IN_MEMORY);
    }

    @Test
    void aFileOfALaterProgramIsLeftAsItIs() throws SQLException {
        try (Store store = open()) {
            put(store, Kind.VECTOR, 1, 10);
        }
        alter("PRAGMA user_version = 99");

        try (Store store = open()) {
            put(store, Kind.VECTOR, 2, 10);
            assertThat(store.runs(RunFilter.ALL)).extracting(Run::label).containsExactly("m1");
        }
        assertThat(notices).singleElement().asString().contains("made by another version of the program");
    }

    private void alter(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
