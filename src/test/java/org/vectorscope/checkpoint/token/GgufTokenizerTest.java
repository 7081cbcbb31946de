package org.vectorscope.checkpoint.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.checkpoint.container.GgufFile;
import org.vectorscope.checkpoint.container.GgufWriter;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/** Against the originals: fixtures made by {@code src/test/python/tokenizer_fixtures.py}. */
class GgufTokenizerTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gpt-2", "smollm", "llama-bpe", "qwen2", "tekken", "llama", "llama-no-prefix"})
    void everyKindGivesTheIdsOfItsOriginal(String name) throws IOException {
        SoftAssertions softly = new SoftAssertions();
        try (Tokenizer tokenizer = tokenizer(resource(name + ".gguf"))) {
            for (JsonNode test : Json.parse(name, Files.readString(resource(name + ".json")))) {
                String text = test.get("text").textValue();
                int[] expected = StreamSupport.stream(test.get("ids").spliterator(), false)
                        .mapToInt(JsonNode::intValue)
                        .toArray();
                softly.assertThat(tokenizer.encode(text, true).ids())
                        .as(Json.canonical(text))
                        .isEqualTo(expected);
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-2", "smollm", "llama-bpe", "qwen2", "tekken", "llama", "llama-no-prefix"})
    void idsBecomeTheirTextAgain(String name) throws IOException {
        try (Tokenizer tokenizer = tokenizer(resource(name + ".gguf"))) {
            for (JsonNode test : Json.parse(name, Files.readString(resource(name + ".json")))) {
                String text = test.get("text").textValue();
                assertThat(tokenizer.decode(tokenizer.encode(text, false).ids(), false))
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void aBeginningIsAddedOnlyWhenAskedFor() throws IOException {
        try (Tokenizer tokenizer = tokenizer(resource("llama.gguf"))) {
            Tokenizer.Encoding with = tokenizer.encode("the", true);
            assertThat(with.ids()).startsWith(1);
            assertThat(with.starts()).startsWith(-1);
            assertThat(with.ends()).startsWith(-1);
            assertThat(tokenizer.encode("the", false).ids()).doesNotContain(1);
            assertThat(tokenizer.isSpecial(1)).isTrue();
            assertThat(tokenizer.isSpecial(300)).isFalse();
        }
    }

    @Test
    void aWayOfCuttingTextThatIsNotKnownIsRefusedByItsName() throws IOException {
        String original = Files.readString(resource("smollm.gguf"), StandardCharsets.ISO_8859_1);
        Path file = folder.resolve("other.gguf");
        Files.writeString(file, original.replace("smollm", "xmollm"), StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> tokenizer(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("'xmollm'")
                .hasMessageContaining("qwen2");
    }

    @Test
    void aTokenizerWithoutTokensIsRefused() throws IOException {
        Path file = folder.resolve("empty.gguf");
        new GgufWriter().text("tokenizer.ggml.model", "gpt2").write(file);
        assertThatThrownBy(() -> tokenizer(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("tokenizer.ggml.tokens");
    }

    @Test
    void spansCountCharsWhereTheLibraryCountsCodePoints() throws IOException {
        String text = "a \uD83D\uDE00 caf\u00E9 ok";
        try (Tokenizer tokenizer = tokenizer(resource("smollm.gguf"))) {
            Tokenizer.Encoding encoding = tokenizer.encode(text, false);
            int last = encoding.ids().length - 1;
            assertThat(encoding.ends()[last]).isEqualTo(text.length());
            assertThat(text.substring(encoding.starts()[last], encoding.ends()[last]))
                    .isEqualTo(tokenizer.piece(encoding.ids()[last]));
        }
    }

    @Test
    void halfACharacterIsReadAsTheReplacementCharacter() throws IOException {
        try (Tokenizer tokenizer = tokenizer(resource("smollm.gguf"))) {
            assertThat(tokenizer.encode("a\uD83Db", false).ids())
                    .isEqualTo(tokenizer.encode("a\uFFFDb", false).ids());
        }
    }

    @Test
    void aPieceOfACharacterIsShownAsItsBytes() throws IOException {
        try (Tokenizer tokenizer = tokenizer(resource("smollm.gguf"))) {
            int[] ids = tokenizer.encode("\u20AC", false).ids();
            assertThat(ids).hasSize(3);
            assertThat(tokenizer.piece(ids[0])).isEqualTo("<0xE2>");
            assertThat(tokenizer.piece(1)).isEqualTo("<|im_start|>");
            assertThat(tokenizer.piece(tokenizer.size())).isEmpty();
        }
    }

    @Test
    void closingWaitsForThoseWhoAreStillReading() throws IOException {
        Tokenizer tokenizer = tokenizer(resource("smollm.gguf"));
        int[] expected = tokenizer.encode("the weather is lovely", true).ids();
        Thread closer = Thread.startVirtualThread(() -> {
            LockSupport.parkNanos(20_000_000);
            tokenizer.close();
        });
        assertThatThrownBy(() -> IntStream.range(0, 1_000_000).parallel().forEach(i -> assertThat(
                                tokenizer.encode("the weather is lovely", true).ids())
                        .isEqualTo(expected)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(closer).satisfies(thread -> thread.join(1_000));
    }

    private static Tokenizer tokenizer(Path path) throws IOException {
        try (GgufFile file = GgufFile.open(path)) {
            return GgufTokenizer.open(file.metadata()).orElseThrow();
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(GgufTokenizerTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
