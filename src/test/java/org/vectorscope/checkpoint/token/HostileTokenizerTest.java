package org.vectorscope.checkpoint.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/** Each of these ended the whole program in the native library, or kept it busy for ever, before it was refused. */
class HostileTokenizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/model/continuing_subword_prefix|\"####\"|not supported for byte pairs",
                "/model/dropout|0.5|by chance",
                "/normalizer|{\"type\": \"Replace\", \"pattern\": {\"String\": \"\"}, \"content\": \"x\"}|0 characters",
                "/normalizer|{\"type\": \"Replace\", \"pattern\": {\"Regex\": \"x*\"}, \"content\": \"x\"}|replaces nothing",
                "/normalizer|{\"type\": \"Precompiled\", \"precompiled_charsmap\": \"AAEAAP////8=\"}|'Precompiled'",
                "/post_processor|{\"type\": \"TemplateProcessing\", \"single\": [{\"Sequence\": {\"id\": \"B\"}}], "
                        + "\"pair\": [], \"special_tokens\": {}}|does not describe",
                "/post_processor|{\"type\": \"TemplateProcessing\", \"single\": [{\"SpecialToken\": {\"id\": \"x\"}}], "
                        + "\"pair\": [], \"special_tokens\": {}}|does not describe",
                "/post_processor|{\"type\": \"BertProcessing\", \"sep\": [\"a\", 4294967295], \"cls\": [\"b\", 0]}|id"
            })
    void whatWouldEndTheProgramIsRefused(String place, String value, String words) throws IOException {
        ObjectNode root = tokenizer();
        ObjectNode parent = (ObjectNode) root.at(place.substring(0, place.lastIndexOf('/')));
        parent.set(place.substring(place.lastIndexOf('/') + 1), Json.parse("value", value));
        assertRefused(root, words);
    }

    @Test
    void aNumberThatNoDoubleHoldsIsRefused() throws IOException {
        String json = tokenizer()
                .toString()
                .replaceFirst("\"add_prefix_space\":false", "\"add_prefix_space\":false,\"more\":1e400");
        assertThatThrownBy(() -> TokenizerJson.open("hostile", json))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("too large");
    }

    @Test
    void aWordThatIsDeeperThanTheStackIsRefused() throws IOException {
        ObjectNode root = tokenizer();
        ((ObjectNode) root.at("/model/vocab")).put("a".repeat(20_000), 99);
        assertRefused(root, "a token of 20000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(a|aa)*b",
                "(?:a?){30}a{30}",
                "a*a*a*b",
                "\\s+\\s+\\S+x",
                "(a)\\1",
                "(?<n>a\\g<n>?)",
                "(?:(?:a{1000}){1000}){1000}",
                "(((((((((((((((((((((((((a)))))))))))))))))))))))))",
                "[a",
                "(a",
                "a)",
                "*a",
                "(?{x})",
                "(*F)"
            })
    void aPatternThatCouldRunAwayIsRefused(String pattern) throws IOException {
        assertRefused(split(pattern), "pattern");
    }

    /** As in the tokenizers of Llama 3, Qwen 2, OLMo 2, GPT-4o, DeepSeek, Mistral, Falcon and others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*"
                        + "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                "'(?i:[sdmt]|ll|ve|re)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*"
                        + "|\\s*[\\r\\n]|\\s+(?!\\S)|\\s+",
                "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+"
                        + "(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                "[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+|[^\\r\\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+"
                        + "| ?[\\p{P}\\p{S}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                "[\\p{Han}]+|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lo}&&[^\\p{Han}]]*[\\p{Ll}&&[^\\p{Han}]]+",
                "\\d{1,3}(?=(?:\\d{3})*\\b)",
                "[一-龥぀-ゟ゠-ヿ]+",
                " ?[^(\\s|[.,!?…。，、।۔،])]+",
                "[0-9][0-9][0-9]",
                " {2,}"
            })
    void thePatternsOfKnownTokenizersAreRead(String pattern) throws IOException {
        String text = "It's 2024 and  \n " + "word ".repeat(200) + " ".repeat(5_000) + "a".repeat(5_000);
        String json = split(pattern).toString();
        assertThatCode(() -> {
                    try (Tokenizer tokenizer = TokenizerJson.open("known", json)) {
                        assertThat(tokenizer.encode(text, true).ids()).isNotEmpty();
                    }
                })
                .doesNotThrowAnyException();
    }

    private static ObjectNode split(String pattern) throws IOException {
        ObjectNode root = tokenizer();
        JsonNode split = root.at("/pre_tokenizer/pretokenizers/0/pattern");
        ((ObjectNode) split).put("Regex", pattern);
        return root;
    }

    private static ObjectNode tokenizer() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HostileTokenizerTest.class.getResourceAsStream("kinds/byte-pairs.json"))) {
            return (ObjectNode) Json.parse("byte-pairs", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void assertRefused(ObjectNode root, String words) {
        assertThatThrownBy(() -> TokenizerJson.open("hostile", root.toString()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(words);
    }
}
