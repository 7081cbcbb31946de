package org.vectorscope.checkpoint.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.checkpoint.container.Damage;
import org.vectorscope.checkpoint.container.JsonDamage;

/** A damaged tokenizer works or is refused: the native library behind it would end this very process. */
class TokenizerDamageTest {
    private static final String TEXT = "Hello  world, it's 2024 \u2014 \uD83D\uDE00 e\u0301 <|im_end|> <s>\r\n\t \0 ";

    private final List<byte[]> files = new ArrayList<>();
    private final List<JsonNode> trees = new ArrayList<>();

    TokenizerDamageTest() throws IOException, URISyntaxException {
        Path kinds = Path.of(Objects.requireNonNull(TokenizerDamageTest.class.getResource("kinds"))
                .toURI());
        try (Stream<Path> listed = Files.list(kinds)) {
            for (Path file : listed.sorted().toList()) {
                files.add(Files.readAllBytes(file));
            }
        }
        files.add(Files.readAllBytes(TinyModels.folder("talking").resolve("tokenizer.json")));
        files.forEach(file -> trees.add(JsonDamage.parsed(file)));
    }

    @Property(tries = 700, shrinking = ShrinkingMode.OFF)
    void damagedTokenizer(@ForAll long seed) throws IOException {
        use(seed);
    }

    @Tag("slow")
    @Property(tries = 120_000, seed = "7429098015147106970", shrinking = ShrinkingMode.OFF)
    void damagedTokenizerAtLength(@ForAll long seed) throws IOException {
        use(seed);
    }

    private void use(long seed) throws IOException {
        use(damaged(seed));
    }

    byte[] damaged(long seed) {
        int which = (int) Math.floorMod(seed, (long) files.size());
        return Math.floorMod(seed >> 7, 4L) == 0
                ? Damage.damaged(files.get(which), seed)
                : JsonDamage.damaged(trees.get(which), seed);
    }

    static void use(byte[] bytes) throws IOException {
        Damage.readOrRefused(bytes.length, () -> {
            try (Tokenizer tokenizer = TokenizerJson.open("damaged", new String(bytes, StandardCharsets.UTF_8))) {
                int[] ids = tokenizer.encode(TEXT, true).ids();
                tokenizer.decode(ids, false);
                tokenizer.decode(new int[] {0, 1, 2, 3, Integer.MAX_VALUE, -1}, true);
                for (int id : ids) {
                    tokenizer.piece(id);
                }
                tokenizer.encode("", false);
                tokenizer.encode("a".repeat(300) + " ".repeat(300) + "b\n", true);
            }
        });
    }
}
