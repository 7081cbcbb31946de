package org.vectorscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vectorscope.checkpoint.ChatTemplate;
import org.vectorscope.checkpoint.Message;
import org.vectorscope.file.BadInput;

/**
 * What a chat template makes of one question.
 *
 * @param pieces the text, cut by what writes it
 * @param note about it, in a few words
 */
record TemplatePreview(List<Piece> pieces, String note) {
    enum Kind {
        /** Text that the template writes. */
        WORDS,
        /** A mark such as {@code <|im_start|>}. */
        MARK,
        /** Where the person's and the model's own text come. */
        PLACE
    }

    record Piece(String text, Kind kind) {}

    private static final String QUESTION = "{your text}";
    private static final String ANSWER = "{answer}";
    private static final Pattern SPECIAL = Pattern.compile(
            "(?<place>\\{your text\\}|\\{answer\\})|<\\|[^|<>\\n]{1,40}\\|>|</?[a-z_]{1,24}>|\\[/?[A-Z_]{2,20}\\]|<</?SYS>>");

    /** @param template empty where the model has none */
    static TemplatePreview of(Optional<ChatTemplate> template) {
        if (template.isEmpty()) {
            return new TemplatePreview(List.of(), "none: this model goes on with any text it is given");
        }
        try {
            String text = template.get().render(List.of(new Message("user", QUESTION)), true) + ANSWER;
            return new TemplatePreview(pieces(text), note(text));
        } catch (BadInput e) {
            return new TemplatePreview(List.of(), e.fault());
        }
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher special = SPECIAL.matcher(text);
        int from = 0;
        while (special.find()) {
            if (special.start() > from) {
                pieces.add(new Piece(text.substring(from, special.start()), Kind.WORDS));
            }
            pieces.add(new Piece(special.group(), special.group("place") == null ? Kind.MARK : Kind.PLACE));
            from = special.end();
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), Kind.WORDS));
        }
        return List.copyOf(pieces);
    }

    private static String note(String text) {
        String own = text.substring(0, Math.max(0, text.indexOf(QUESTION))).contains("system")
                ? "; the system turn is the template’s own default"
                : "";
        return style(text) + "from the file" + own;
    }

    private static String style(String text) {
        if (text.contains("<|im_start|>")) {
            return "ChatML, ";
        }
        if (text.contains("<|start_header_id|>")) {
            return "Llama 3, ";
        }
        if (text.contains("<start_of_turn>")) {
            return "Gemma, ";
        }
        return text.contains("[INST]") ? "Llama 2 and Mistral, " : "";
    }
}
