package org.vectorscope.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** A model of which one file is damaged is opened and works, or is refused; nothing else happens. */
class ModelDamageTest {
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
        damage(seed % 2 == 0 ? "llama3-scaling" : "new-spelling", "config.json", seed);
    }

    @Tag("slow")
    @Property(tries = 100_000, shrinking = ShrinkingMode.OFF)
    void damagedSettingsAtLength(@ForAll long seed) throws IOException {
        damage(seed % 2 == 0 ? "llama3-scaling" : "new-spelling", "config.json", seed);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void damagedIndex(@ForAll long seed) throws IOException {
        damage("sharded", "model.safetensors.index.json", seed);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void damagedTokenizer(@ForAll long seed) throws IOException {
        damage("talking", "tokenizer.json", seed);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void damagedExtras(@ForAll long seed) throws IOException {
        damage(
                "talking",
                List.of("tokenizer_config.json", "generation_config.json", "README.md")
                        .get((int) Math.floorMod(seed, 3L)),
                seed);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void damagedMetadata(@ForAll long seed) throws IOException {
        damagedFile(seed);
    }

    @Tag("slow")
    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void damagedMetadataAtLength(@ForAll long seed) throws IOException {
        damagedFile(seed);
    }

    @Tag("slow")
    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void damagedTokenizerAtLength(@ForAll long seed) throws IOException {
        damage("talking", "tokenizer.json", seed);
    }

    private static void damagedFile(long seed) throws IOException {
        Path file = folder.resolve("damaged.gguf");
        Files.write(file, Damage.damaged(Files.readAllBytes(TinyModels.gguf("talking")), seed));
        use(file);
    }

    private static void damage(String model, String name, long seed) throws IOException {
        Path copy = folder.resolve(model);
        if (!Files.exists(copy)) {
            Files.createDirectory(copy);
            try (Stream<Path> files = Files.list(TinyModels.folder(model))) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        byte[] original = Files.readAllBytes(TinyModels.folder(model).resolve(name));
        Files.write(copy.resolve(name), Damage.damaged(original, seed));
        use(copy);
        Files.write(copy.resolve(name), original);
    }

    private static void use(Path path) throws IOException {
        Damage.readOrRefused(() -> {
            try (Checkpoint checkpoint = Checkpoints.open(path)) {
                checkpoint.float32("model.norm.weight");
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
