package org.vectorscope.checkpoint.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vectorscope.checkpoint.ChatTemplate;
import org.vectorscope.file.BadInput;

/** Every rendering equals that of transformers' Jinja2, or is refused where it is refused there. */
class ChatTemplateTest {
    @TestFactory
    Stream<DynamicTest> everyFamilyRendersAsInTransformers() {
        return stream("renderings").map(wanted -> {
            String name = wanted.path("template").asText();
            int conversation = wanted.path("conversation").asInt();
            boolean prompt = wanted.path("prompt").asBoolean();
            return DynamicTest.dynamicTest(name + " " + conversation + (prompt ? " with prompt" : ""), () -> {
                ChatTemplate template = ChatTemplateFixtures.template(name);
                check(wanted, () -> template.render(ChatTemplateFixtures.conversation(conversation), prompt));
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> everySnippetOfTheLanguageRendersAsInJinja() {
        return stream("snippets").map(wanted -> {
            String template = wanted.path("template").asText();
            return DynamicTest.dynamicTest(
                    "«" + template.replace('\n', '↵') + "»",
                    () -> check(wanted, () -> ChatTemplateFixtures.snippet(template)
                            .render(ChatTemplateFixtures.conversation(6), true)));
        });
    }

    private static void check(JsonNode wanted, Rendering rendering) {
        if (wanted.has("text")) {
            assertThat(rendering.render()).isEqualTo(wanted.path("text").asText());
        } else {
            assertThatThrownBy(rendering::render).isInstanceOf(BadInput.class);
        }
    }

    private static Stream<JsonNode> stream(String list) {
        return StreamSupport.stream(ChatTemplateFixtures.ALL.path(list).spliterator(), false);
    }

    @FunctionalInterface
    private interface Rendering {
        String render();
    }
}
