package org.vectorscope.checkpoint.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt2",
                "Qwen/Qwen2.5-0.5B-Instruct",
                "EleutherAI/pythia-410m-deduped",
                "a/b:Q4_K_M",
                "a/b/c.gguf",
                "a/b/sub/c.gguf"
            })
    void namesOnTheHubAreKnown(String text) {
        assertThat(ModelName.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a/b",
                "a/b/c",
                "../x",
                "a/../b",
                "a/b/../../c.gguf",
                "x y",
                "a/b?c",
                "C:\\m",
                "model.gguf",
                ".hidden/x",
                "a/b#1",
                "a--b/c"
            })
    void everythingElseIsNot(String text) {
        assertThat(ModelName.parse(text)).isEmpty();
    }

    @Test
    void aQuantisationIsToldFromAFile() {
        assertThat(ModelName.parse("a/b:Q8_0")).get().satisfies(name -> {
            assertThat(name.repository()).isEqualTo("a/b");
            assertThat(name.gguf()).contains(new ModelName.Gguf("Q8_0", false));
        });
    }
}
