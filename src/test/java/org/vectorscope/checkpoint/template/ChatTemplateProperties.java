package org.vectorscope.checkpoint.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vectorscope.checkpoint.Message;
import org.vectorscope.file.BadInput;

class ChatTemplateProperties {
    private static final List<String> SNIPPETS = StreamSupport.stream(
                    ChatTemplateFixtures.ALL.path("snippets").spliterator(), false)
            .map(snippet -> snippet.path("template").asText())
            .toList();
    private static final List<String> PIECES = List.of(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            "-",
            "+",
            "if",
            "else",
            "endif",
            "for",
            "x",
            "in",
            "endfor",
            "set",
            "=",
            "'a'",
            "1",
            "2.5",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ":",
            ",",
            ".",
            "|",
            "is",
            "not",
            "and",
            "messages",
            "loop",
            "join",
            "trim",
            "tojson",
            "namespace",
            "macro",
            "endmacro",
            "raw",
            "endraw",
            "\n",
            " ",
            "~",
            "*",
            "//",
            "**",
            "%",
            "none",
            "range",
            "sort",
            "map",
            "select",
            "list",
            "9223372036854775807");

    @Property(tries = 3000)
    void anyRowOfPiecesRendersOrIsRefused(@ForAll @From("rows") List<String> row) {
        rendersOrIsRefused(String.join(" ", row));
        rendersOrIsRefused("{{ " + String.join("", row) + " }}");
    }

    @Property(tries = 3000)
    void aDamagedTemplateRendersOrIsRefused(
            @ForAll @From("snippets") String snippet, @ForAll @From("snippets") String other, @ForAll int place) {
        int at = Math.floorMod(place, snippet.length() + 1);
        rendersOrIsRefused(snippet.substring(0, at) + other);
        rendersOrIsRefused(snippet.substring(at) + other);
        rendersOrIsRefused(snippet.substring(0, at) + "1" + snippet.substring(at));
    }

    @Property(tries = 500)
    void contentComesThroughUnchanged(@ForAll String content) {
        String rendered = ChatTemplateFixtures.snippet("[{{ messages[0].content }}]")
                .render(List.of(new Message("user", content)), false);
        assertThat(rendered).isEqualTo("[" + content + "]");
    }

    @Provide
    Arbitrary<List<String>> rows() {
        return Arbitraries.of(PIECES).list().ofMaxSize(14);
    }

    @Provide
    Arbitrary<String> snippets() {
        return Arbitraries.of(SNIPPETS);
    }

    private static void rendersOrIsRefused(String template) {
        try {
            String text = ChatTemplateFixtures.snippet(template).render(ChatTemplateFixtures.conversation(6), true);
            assertThat(text).isNotNull();
        } catch (BadInput refused) {
            assertThat(refused.fault()).isNotBlank().doesNotContain("\n");
        }
    }
}
