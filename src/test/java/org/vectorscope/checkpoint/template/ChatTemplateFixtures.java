package org.vectorscope.checkpoint.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vectorscope.checkpoint.ChatTemplate;
import org.vectorscope.checkpoint.Message;
import org.vectorscope.file.Json;

/** What transformers rendered (src/test/python/chat_templates.py). */
final class ChatTemplateFixtures {
    static final JsonNode ALL = Json.parse("renderings.json", text("renderings.json"));

    private ChatTemplateFixtures() {}

    static ChatTemplate template(String name) {
        JsonNode tokens = ALL.path("tokens").path(name);
        return of(
                name,
                text(name + ".jinja"),
                tokens.path(0).asText(),
                tokens.path(1).asText());
    }

    static ChatTemplate snippet(String template) {
        return of("snippet", template, "<s>", "</s>");
    }

    static List<Message> conversation(int index) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode turn : ALL.path("conversations").path(index)) {
            messages.add(
                    new Message(turn.path("role").asText(), turn.path("content").asText()));
        }
        return messages;
    }

    private static ChatTemplate of(String name, String template, String bos, String eos) {
        LocalDateTime now = LocalDateTime.parse(ALL.path("now").asText());
        return ChatTemplates.of(
                name,
                template,
                bos,
                eos,
                InstantSource.fixed(now.atZone(ZoneId.systemDefault()).toInstant()));
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(ChatTemplateFixtures.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
