package org.vectorscope.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.vectorscope.checkpoint.container.Damage;
import org.vectorscope.checkpoint.container.JsonDamage;

/** A model of which one file is damaged is opened and works, or is refused; nothing else happens. */
class ModelDamageTest {
    private static final List<String> folders = new ArrayList<>();
    private static final List<Path> ggufs = new ArrayList<>();
    private static Path folder = Path.of("");

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("damage");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void damagedSettings(@ForAll long seed) throws IOException {
        damage(anyFolder(seed), "config.json", seed);
    }

    @Tag("slow")
    @Property(tries = 120_000, seed = "-2672315786282570822", shrinking = ShrinkingMode.OFF)
    void damagedSettingsAtLength(@ForAll long seed) throws IOException {
        damage(anyFolder(seed), "config.json", seed);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void damagedIndex(@ForAll long seed) throws IOException {
        damage("sharded", "model.safetensors.index.json", seed);
    }

    @Tag("slow")
    @Property(tries = 20_000, seed = "-6682111419982119974", shrinking = ShrinkingMode.OFF)
    void damagedIndexAtLength(@ForAll long seed) throws IOException {
        damage("sharded", "model.safetensors.index.json", seed);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void damagedExtras(@ForAll long seed) throws IOException {
        damage("talking", extra(seed), seed);
    }

    @Tag("slow")
    @Property(tries = 20_000, seed = "590152114774471688", shrinking = ShrinkingMode.OFF)
    void damagedExtrasAtLength(@ForAll long seed) throws IOException {
        damage("talking", extra(seed), seed);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void damagedMetadata(@ForAll long seed) throws IOException {
        damagedFile(seed);
    }

    @Tag("slow")
    @Property(tries = 100_000, seed = "7631487322447557416", shrinking = ShrinkingMode.OFF)
    void damagedMetadataAtLength(@ForAll long seed) throws IOException {
        damagedFile(seed);
    }

    private static String extra(long seed) {
        return List.of("tokenizer_config.json", "generation_config.json", "README.md")
                .get((int) Math.floorMod(seed >> 9, 3L));
    }

    /** Every family that has a fixture has one here. */
    private static String anyFolder(long seed) throws IOException {
        if (folders.isEmpty()) {
            try (Stream<Path> listed = Files.list(TinyModels.folder("talking").resolveSibling("."))) {
                listed.filter(path -> Files.exists(path.resolve("config.json")))
                        .map(path -> path.getFileName().toString())
                        .sorted()
                        .forEach(folders::add);
            }
        }
        return folders.get((int) Math.floorMod(seed >> 9, (long) folders.size()));
    }

    /** Each GGUF fixture, damaged where it says things: behind that are only numbers. */
    private static void damagedFile(long seed) throws IOException {
        Path original = ggufs().get((int) Math.floorMod(seed >> 9, (long) ggufs().size()));
        byte[] bytes = Files.readAllBytes(original);
        int front = Math.min(bytes.length, seed % 3 == 0 ? bytes.length : 3_000);
        byte[] damaged = Damage.damaged(Arrays.copyOf(bytes, front), seed);
        byte[] whole = Arrays.copyOf(damaged, damaged.length + bytes.length - front);
        System.arraycopy(bytes, front, whole, damaged.length, bytes.length - front);
        Path file = folder.resolve("damaged.gguf");
        Files.write(file, whole);
        use(file, whole.length);
    }

    private static List<Path> ggufs() throws IOException {
        if (ggufs.isEmpty()) {
            try (Stream<Path> listed = Files.list(TinyModels.gguf("talking").getParent())) {
                listed.filter(path -> path.toString().endsWith(".gguf"))
                        .sorted()
                        .forEach(ggufs::add);
            }
        }
        return ggufs;
    }

    private static void damage(String model, String name, long seed) throws IOException {
        Path copy = folder.resolve(model);
        if (!Files.exists(copy)) {
            Files.createDirectory(copy);
            try (Stream<Path> files = Files.list(TinyModels.folder(model))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        byte[] original = Files.readAllBytes(TinyModels.folder(model).resolve(name));
        boolean json = name.endsWith(".json") && seed % 4 != 0;
        byte[] damaged = json ? JsonDamage.damaged(JsonDamage.parsed(original), seed) : Damage.damaged(original, seed);
        Files.write(copy.resolve(name), damaged);
        use(copy, damaged.length);
        Files.write(copy.resolve(name), original);
    }

    private static void use(Path path, long size) throws IOException {
        Damage.readOrRefused(size, () -> {
            try (Checkpoint checkpoint = Checkpoints.open(path)) {
                checkpoint.chatTemplate();
                checkpoint.tokenizer().ifPresent(tokenizer -> {
                    int[] ids = tokenizer
                            .encode("It is 2024 — \uD83D\uDE00 <|im_end|>\n", true)
                            .ids();
                    tokenizer.decode(ids, false);
                    tokenizer.piece(ids.length == 0 ? 0 : ids[0]);
                });
            }
        });
    }
}
