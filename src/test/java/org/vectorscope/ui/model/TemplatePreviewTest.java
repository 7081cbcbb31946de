package org.vectorscope.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vectorscope.checkpoint.template.ChatTemplates;

class TemplatePreviewTest {
    @Test
    void marksPlacesAndWordsAreToldApart() {
        TemplatePreview preview =
                preview("<|im_start|>user\n{{ messages[0].content }}<|im_end|>\n<|im_start|>assistant:");
        assertThat(text(preview)).isEqualTo("<|im_start|>user\n{your text}<|im_end|>\n<|im_start|>assistant:{answer}");
        assertThat(preview.pieces())
                .extracting(TemplatePreview.Piece::kind)
                .startsWith(TemplatePreview.Kind.MARK, TemplatePreview.Kind.WORDS, TemplatePreview.Kind.PLACE)
                .endsWith(TemplatePreview.Kind.PLACE);
        assertThat(preview.note()).isEqualTo("ChatML, from the file");
    }

    @Test
    void aSystemTurnOfTheTemplatesOwnIsSaid() {
        assertThat(preview("<|im_start|>system\nBe kind.\n{{ messages[0].content }}")
                        .note())
                .contains("template’s own default");
    }

    @Test
    void aRefusalIsToldInsteadOfAPreview() {
        TemplatePreview preview = preview("{{ raise_exception('only after a system turn') }}");
        assertThat(preview.pieces()).isEmpty();
        assertThat(preview.note()).contains("only after a system turn");
    }

    @Test
    void aModelWithoutATemplateSaysSo() {
        assertThat(TemplatePreview.of(Optional.empty()).note()).startsWith("none");
    }

    private static TemplatePreview preview(String template) {
        return TemplatePreview.of(Optional.of(ChatTemplates.of("t", template, "", "")));
    }

    private static String text(TemplatePreview preview) {
        List<TemplatePreview.Piece> pieces = preview.pieces();
        return pieces.stream().map(TemplatePreview.Piece::text).collect(Collectors.joining());
    }
}
