package org.vectorscope.ui.sidebyside;

/** What is asked: one prompt, or the held-out prompts of the contrast set. */
enum PromptSource {
    PROMPT("Prompt"),
    SUITE("Suite");

    private final String title;

    PromptSource(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
