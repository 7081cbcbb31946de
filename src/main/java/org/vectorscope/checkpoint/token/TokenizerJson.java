package org.vectorscope.checkpoint.token;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/** Tokenizers in transformers' own format. */
public final class TokenizerJson {
    private static final long LARGEST = 128L << 20;

    /** Without these the library cuts texts at 512 tokens. */
    private static final Map<String, String> WHOLE_TEXTS = Map.of("truncation", "false", "padding", "false");

    private TokenizerJson() {}

    /** @throws BadInput if the file is no tokenizer */
    public static Tokenizer open(Path file) throws IOException {
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new BadInput(file, "is " + size + " bytes; a tokenizer may have " + LARGEST);
        }
        return open(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    /** @param source where the text is from, for messages */
    static Tokenizer open(String source, String text) {
        return open(source, Json.parse(source, text), text);
    }

    static Tokenizer open(String source, JsonNode root, String text) {
        Vocabulary vocabulary = VocabularyJson.read(source, root);
        int longest = TokenizerCheck.longestText(source, root);
        return new NativeTokenizer(source, load(source, text), vocabulary, longest);
    }

    private static HuggingFaceTokenizer load(String source, String text) {
        // DJL otherwise looks for newer libraries, and reports home from some clouds
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            return HuggingFaceTokenizer.newInstance(in, WHOLE_TEXTS);
        } catch (IOException | RuntimeException e) {
            throw new BadInput(source, "is no tokenizer that can be read (" + firstLine(e) + ")");
        }
    }

    static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    }
}
