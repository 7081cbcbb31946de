package org.vectorscope.checkpoint.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/** How text is cut before byte pairs are merged, by llama.cpp's names for it (llama-vocab.cpp). */
enum PreTokenizer {
    GPT2(List.of("gpt-2", "phi-2", "mpt", "olmo", "jais", "trillion"), "", false, false),
    /** Each digit by itself, then as GPT-2. */
    SMOLLM(List.of("smollm", "starcoder", "refact", "command-r", "codeshell", "exaone"), "", false, false),
    LLAMA3(
            List.of("llama-bpe", "llama3", "llama-v3", "falcon3", "pixtral", "smaug-bpe", "dbrx", "lfm2"),
            Patterns.CONTRACTIONS + "|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}" + Patterns.REST,
            true,
            true),
    QWEN2(
            List.of("qwen2", "deepseek-r1-qwen", "megrez", "stablelm2"),
            Patterns.CONTRACTIONS + "|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}" + Patterns.REST,
            false,
            false),
    TEKKEN(
            List.of("tekken"),
            "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+"
                    + "|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*"
                    + "|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
            true,
            true);

    private static final class Patterns {
        static final String CONTRACTIONS = "(?i:'s|'t|'re|'ve|'m|'ll|'d)";
        static final String REST = "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    }

    private final List<String> names;
    private final String pattern;
    private final boolean wholeWordsFirst;
    private final boolean begins;

    PreTokenizer(List<String> names, String pattern, boolean wholeWordsFirst, boolean begins) {
        this.names = names;
        this.pattern = pattern;
        this.wholeWordsFirst = wholeWordsFirst;
        this.begins = begins;
    }

    static PreTokenizer named(String source, String name) {
        return Arrays.stream(values())
                .filter(pre -> pre.names.contains(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        source,
                        "cuts text in a way that is not supported ('" + name
                                + "'); supported: "
                                + Arrays.stream(values())
                                        .flatMap(pre -> pre.names.stream())
                                        .collect(Collectors.joining(", "))));
    }

    /** Whether a word that is a token stays whole, whatever the merges say. */
    boolean wholeWordsFirst() {
        return wholeWordsFirst;
    }

    /** Whether texts begin with a token of their own where the file does not say. */
    boolean begins() {
        return begins;
    }

    ObjectNode json() {
        ObjectNode sequence = Json.mapper().createObjectNode().put("type", "Sequence");
        ArrayNode steps = sequence.putArray("pretokenizers");
        if (this == SMOLLM) {
            steps.addObject().put("type", "Digits").put("individual_digits", true);
        }
        if (!pattern.isEmpty()) {
            ObjectNode split = steps.addObject().put("type", "Split");
            split.putObject("pattern").put("Regex", pattern);
            split.put("behavior", "Isolated").put("invert", false);
        }
        steps.addObject()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", false)
                .put("use_regex", pattern.isEmpty());
        return sequence;
    }
}
