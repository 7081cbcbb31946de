package org.vectorscope.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vectorscope.checkpoint.family.Architecture;
import org.vectorscope.checkpoint.family.StopIds;
import org.vectorscope.checkpoint.template.ChatTemplates;
import org.vectorscope.checkpoint.token.TokenizerJson;
import org.vectorscope.file.Json;

/** What lies beside the weights in a model's folder. */
final class FolderExtras {
    private static final long LARGEST = 4L << 20;
    private static final int README_BYTES = 1 << 16;

    private FolderExtras() {}

    /** Its ids that end a generation replace those of config.json, as in transformers. */
    static Architecture withGenerationConfig(Path folder, Architecture read) throws IOException {
        Path file = folder.resolve("generation_config.json");
        if (!Files.exists(file)) {
            return read;
        }
        List<Integer> ids =
                StopIds.read(file.toString(), Json.read(file, LARGEST).path("eos_token_id"));
        return ids.isEmpty() ? read : read.withStopIds(ids);
    }

    static Optional<Tokenizer> tokenizer(Path folder) {
        Path file = folder.resolve("tokenizer.json");
        try {
            return Files.exists(file) ? Optional.of(TokenizerJson.open(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<ChatTemplate> chatTemplate(Path folder) {
        try {
            Path settings = folder.resolve("tokenizer_config.json");
            JsonNode root = Files.exists(settings)
                    ? Json.read(settings, LARGEST)
                    : Json.mapper().createObjectNode();
            String bos = token(root.path("bos_token"));
            String eos = token(root.path("eos_token"));
            Path own = folder.resolve("chat_template.jinja");
            if (Files.exists(own)) {
                String text = new String(firstBytes(own, (int) LARGEST), StandardCharsets.UTF_8);
                return Optional.of(ChatTemplates.of(own.toString(), text, bos, eos));
            }
            return inSettings(root.path("chat_template"))
                    .map(text -> ChatTemplates.of(settings.toString(), text, bos, eos));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One template, or several with names, of which the one called "default" is meant. */
    private static Optional<String> inSettings(JsonNode template) {
        if (template.isTextual()) {
            return Optional.of(template.textValue());
        }
        for (JsonNode named : template) {
            if (named.path("name").asText().equals("default")
                    && named.path("template").isTextual()) {
                return Optional.of(named.path("template").textValue());
            }
        }
        return Optional.empty();
    }

    /** A token is written as its text, or as an object with its text as content. */
    private static String token(JsonNode token) {
        return token.isTextual() ? token.textValue() : token.path("content").asText("");
    }

    /** Out of the front matter of the model card. */
    static Optional<String> licence(Path folder) throws IOException {
        Path card = folder.resolve("README.md");
        if (!Files.isRegularFile(card)) {
            return Optional.empty();
        }
        List<String> lines = new String(firstBytes(card, README_BYTES), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (lines.isEmpty() || !lines.getFirst().equals("---")) {
            return Optional.empty();
        }
        return lines.stream()
                .skip(1)
                .takeWhile(line -> !line.equals("---"))
                .filter(line -> line.startsWith("license:"))
                .map(line -> line.substring("license:".length()).strip())
                .filter(licence -> !licence.isEmpty())
                .findFirst();
    }

    /** A folder of the Hugging Face cache, or one that was fetched, is called after the model. */
    static String name(Path folder) {
        Path snapshots = folder.toAbsolutePath().normalize().getParent();
        Path model = snapshots == null ? null : snapshots.getParent();
        if (snapshots != null
                && snapshots.endsWith("snapshots")
                && model != null
                && model.getFileName() != null
                && model.getFileName().toString().startsWith("models--")) {
            return model.getFileName().toString().substring("models--".length()).replace("--", "/");
        }
        Path last = folder.toAbsolutePath().normalize().getFileName();
        boolean fetched = Files.exists(folder.resolve("origin.json"));
        return last == null ? folder.toString() : fetched ? last.toString().replace("--", "/") : last.toString();
    }

    private static byte[] firstBytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }
}
