package org.vectorscope.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PromptSuiteTest {
    private static PromptSuite parse(String text) {
        return PromptSuite.parse("p", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTextFileHasOnePromptALine() {
        assertThat(parse("\uFEFFOne.\r\n\r\n  Two, \"quoted\".  \n[three]\n").all())
                .containsExactly("One.", "Two, \"quoted\".", "[three]");
        assertThat(parse("[one] begins with a bracket\ntwo").all()).hasSize(2);
    }

    @Test
    void aJsonListIsTakenAsItStands() {
        assertThat(parse(" [\"One.\\nStill one.\", \"Two.\"]").all()).containsExactly("One.\nStill one.", "Two.");
    }

    @Test
    void aContrastSetGivesItsHeldOutPromptsOrElseItsQuestions() {
        String pairs = "\"pairs\": [{\"prompt\": \"Q?\", \"positive\": \"a\", \"negative\": \"b\"}]";

        assertThat(parse(
                                "{" + pairs
                                        + ", \"prompts\": [\"P.\"], \"shifts\": [{\"name\": \"email\", \"prompts\": [\"S.\"]}]}")
                        .all())
                .containsExactly("P.", "S.");
        assertThat(parse("{" + pairs + "}").all()).containsExactly("Q?");
    }

    @Test
    void nothingAndNonsenseAreRefused() {
        assertThatThrownBy(() -> parse(" \n")).hasMessage("p: has no prompts");
        assertThatThrownBy(() -> parse("[]")).hasMessage("p: has no prompts");
        assertThatThrownBy(() -> parse("[\"a\", 3]")).hasMessage("p: \"prompts\" item 2: not a text");
    }
}
