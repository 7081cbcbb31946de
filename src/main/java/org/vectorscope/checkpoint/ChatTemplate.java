package org.vectorscope.checkpoint;

import java.util.List;

/** A model's own way of writing a chat as one text. */
public interface ChatTemplate {
    /** The template as the model's file has it. */
    String source();

    /**
     * @param addGenerationPrompt whether the text ends where the assistant's answer begins
     * @throws org.vectorscope.file.BadInput if the template is broken, refuses these messages ({@code
     *     raise_exception}), or does not end within its step limit
     */
    String render(List<Message> messages, boolean addGenerationPrompt);
}
