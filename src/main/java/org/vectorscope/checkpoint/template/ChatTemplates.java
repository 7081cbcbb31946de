package org.vectorscope.checkpoint.template;

import java.time.InstantSource;
import org.vectorscope.checkpoint.ChatTemplate;
import org.vectorscope.file.BadInput;

/** Makes chat templates from their text. */
public final class ChatTemplates {
    private ChatTemplates() {}

    /**
     * @param sourceName the file the template is from, for messages
     * @param template Jinja2, as in {@code tokenizer_config.json}, {@code chat_template.jinja} or
     *     {@code tokenizer.chat_template} of a GGUF file
     * @param bosToken what {@code bos_token} stands for; empty where the tokenizer has none
     * @param eosToken what {@code eos_token} stands for
     * @throws BadInput with the line, if the template cannot be parsed
     */
    public static ChatTemplate of(String sourceName, String template, String bosToken, String eosToken) {
        return of(sourceName, template, bosToken, eosToken, InstantSource.system());
    }

    /** @param clock what {@code strftime_now} asks: some templates write today's date */
    public static ChatTemplate of(
            String sourceName, String template, String bosToken, String eosToken, InstantSource clock) {
        return new JinjaChatTemplate(sourceName, template, bosToken, eosToken, clock);
    }
}
