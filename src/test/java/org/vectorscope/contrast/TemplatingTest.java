package org.vectorscope.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vectorscope.checkpoint.ChatTemplate;
import org.vectorscope.checkpoint.Message;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;

class TemplatingTest {
    private static final ChatTemplate TAGS = new ChatTemplate() {
        @Override
        public String source() {
            return "tags";
        }

        @Override
        public String render(List<Message> messages, boolean addGenerationPrompt) {
            StringBuilder text = new StringBuilder();
            for (Message m : messages) {
                text.append('<')
                        .append(m.role())
                        .append('>')
                        .append(m.content().strip())
                        .append("<end>");
            }
            return addGenerationPrompt ? text + "<assistant>" : text.toString();
        }
    };

    private final WordTokenizer tokenizer = new WordTokenizer();

    private static ContrastSet set(Kind kind, Pair... pairs) {
        return new ContrastSet("s", "S", "", kind, "more", "less", List.of(pairs), List.of(), List.of());
    }

    private Rendered render(ContrastSet set, Optional<ChatTemplate> template, Optional<String> system, int... read) {
        return new Templating(tokenizer, template, TemplateChoice.AUTO, system)
                .render(set, read.length == 0 ? OptionalInt.empty() : OptionalInt.of(read[0]), Monitor.NONE);
    }

    private String readAt(RenderedText text) {
        return tokenizer.piece(text.ids()[text.read()]);
    }

    @Test
    void theTextEndsAfterTheAnswerWithNoEndOfTurn() {
        Rendered rendered = render(
                set(Kind.TEXT, new Pair("How?", "All is well.", "All is bad.")), Optional.of(TAGS), Optional.empty());

        RenderedText positive = rendered.pairs().getFirst().positive();
        assertThat(positive.text()).isEqualTo("<user>How?<end><assistant>All is well.");
        assertThat(positive.text().substring(positive.spanStart(), positive.spanEnd()))
                .isEqualTo("All is well.");
        assertThat(readAt(positive)).isEqualTo(".");
        assertThat(positive.prefixLength()).isEqualTo(5);
        assertThat(positive.ids()).doesNotContain(0);
        assertThat(rendered.templated()).isTrue();
    }

    @Test
    void lettersAreReadInsideTheirBrackets() {
        Rendered rendered =
                render(set(Kind.CHOICE, new Pair("Now or later?", "(B)", "(A)")), Optional.of(TAGS), Optional.empty());

        assertThat(rendered.readToken()).isEqualTo(-2);
        assertThat(readAt(rendered.pairs().getFirst().positive())).isEqualTo("B");
        assertThat(readAt(rendered.pairs().getFirst().negative())).isEqualTo("A");
    }

    @Test
    void aSystemTextBecomesATurnOfItsOwn() {
        Rendered rendered =
                render(set(Kind.TEXT, new Pair("How?", "Well.", "Ill.")), Optional.of(TAGS), Optional.of("Be brief."));

        assertThat(rendered.pairs().getFirst().negative().text())
                .isEqualTo("<system>Be brief.<end><user>How?<end><assistant>Ill.");
    }

    @Test
    void withoutATemplateQuestionAndAnswerAreTwoLinesAfterTheTokenizersOwnBeginning() {
        Rendered rendered =
                render(set(Kind.TEXT, new Pair("How?", "Well.", "Ill.")), Optional.empty(), Optional.empty());

        RenderedText positive = rendered.pairs().getFirst().positive();
        assertThat(positive.text()).isEqualTo("How?\nWell.");
        assertThat(positive.ids()[0]).isZero();
        assertThat(positive.inSpan(0)).isFalse();
        assertThat(rendered.templated()).isFalse();
    }

    @Test
    void aTextWithoutAQuestionStandsAloneEvenWhereThereIsATemplate() {
        Rendered rendered =
                render(set(Kind.TEXT, new Pair("", "Good day.", "Bad day.")), Optional.of(TAGS), Optional.empty());

        RenderedText positive = rendered.pairs().getFirst().positive();
        assertThat(positive.text()).isEqualTo("Good day.");
        assertThat(positive.ids()[0]).isZero();
        assertThat(positive.spanStart()).isZero();
    }

    @Test
    void anInstructionStandsBeforeTheQuestionAndIsReadWhereTheAnswerBegins() {
        Rendered rendered = render(
                set(Kind.INSTRUCTION, new Pair("How?", " Be kind.", "Be cruel.")), Optional.of(TAGS), Optional.empty());

        RenderedText positive = rendered.pairs().getFirst().positive();
        assertThat(positive.text()).isEqualTo("<user>Be kind.\n\nHow?<end><assistant>");
        assertThat(positive.text().substring(positive.spanStart(), positive.spanEnd()))
                .isEqualTo("Be kind.");
        assertThat(readAt(positive)).isEqualTo("<assistant>");
    }

    @Test
    void aReadTokenBeyondTheTextOrFromTheFrontIsRefused() {
        ContrastSet set = set(Kind.TEXT, new Pair("", "Good.", "Bad."));

        assertThat(readAt(render(set, Optional.empty(), Optional.empty(), -2)
                        .pairs()
                        .getFirst()
                        .positive()))
                .isEqualTo("Good");
        assertThatThrownBy(() -> render(set, Optional.empty(), Optional.empty(), -9))
                .isInstanceOf(BadInput.class)
                .hasMessage("s, pair 1: has 3 tokens, so there is no token -9 from the end");
        assertThatThrownBy(() -> render(set, Optional.empty(), Optional.empty(), 0))
                .hasMessage("--read-token: is counted from the end, so -1 or less, not 0");
    }

    @Test
    void aSystemTextWithoutATemplateIsRefused() {
        assertThatThrownBy(() -> new Templating(tokenizer, Optional.empty(), TemplateChoice.AUTO, Optional.of("x")))
                .hasMessage("--system: the model has no chat template to put a system text in");
        assertThatThrownBy(() -> new Templating(tokenizer, Optional.of(TAGS), TemplateChoice.NONE, Optional.of("x")))
                .hasMessage("--system: needs the chat template, which --template none leaves out");
    }

    @Test
    void textsAndReadPositionsAlternatePositiveAndNegative() {
        Rendered rendered = render(
                set(Kind.TEXT, new Pair("", "Good day.", "Bad."), new Pair("", "Up.", "Down.")),
                Optional.empty(),
                Optional.empty());

        assertThat(rendered.texts()).extracting(ids -> ids.length).containsExactly(4, 3, 3, 3);
        assertThat(rendered.readPositions()).containsExactly(3, 2, 2, 2);
        assertThat(rendered.tokenCount()).isEqualTo(13);
    }

    @Test
    void aPromptEndsWhereTheAnswerBegins() {
        RenderedText prompt = new Templating(tokenizer, Optional.of(TAGS), TemplateChoice.AUTO, Optional.empty())
                .prompt("Say something.");

        assertThat(prompt.text()).isEqualTo("<user>Say something.<end><assistant>");
        assertThat(prompt.text().substring(prompt.spanStart(), prompt.spanEnd()))
                .isEqualTo("Say something.");
        assertThat(readAt(prompt)).isEqualTo("<assistant>");
    }
}
