package org.vectorscope.checkpoint.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.vectorscope.file.BadInput;

/**
 * What the tokenizers library must not be given: it is native code, and where a file is not as it expects it does not
 * throw but ends the whole program. So each part is of a kind we know, and holds what that kind needs.
 */
final class TokenizerCheck {
    /** How many times its length a text may become before it is cut into tokens, or after they are put together. */
    private static final double MOST_GROWTH = 16;

    private static final int MOST_STEPS = 64;
    private static final int LONGEST_WORD = 1_000;

    private static final Set<String> MODELS = Set.of("BPE", "WordLevel", "WordPiece", "Unigram");
    private static final Set<String> NORMALIZERS = Set.of(
            "NFC",
            "NFD",
            "NFKC",
            "NFKD",
            "Lowercase",
            "Strip",
            "StripAccents",
            "Prepend",
            "Replace",
            "ByteLevel",
            "BertNormalizer");
    private static final Set<String> CUTS = Set.of(
            "ByteLevel",
            "Split",
            "Digits",
            "Metaspace",
            "Whitespace",
            "WhitespaceSplit",
            "Punctuation",
            "BertPreTokenizer");
    private static final Set<String> PROCESSORS =
            Set.of("ByteLevel", "TemplateProcessing", "RobertaProcessing", "BertProcessing");
    private static final Set<String> DECODERS =
            Set.of("ByteLevel", "Metaspace", "WordPiece", "BPEDecoder", "Replace", "Fuse", "Strip", "ByteFallback");

    private final String source;
    private final Patterns patterns;
    private double growth;
    private int steps;

    private TokenizerCheck(String source) {
        this.source = source;
        this.patterns = new Patterns(source);
    }

    /**
     * @return the longest text, in chars, that may be given to it
     * @throws BadInput if the library could fail on it
     */
    static int longestText(String source, JsonNode root) {
        TokenizerCheck check = new TokenizerCheck(source);
        check.numbers(root);
        ModelCheck.check(source, root.path("model"), MODELS);
        check.all(root, "normalizer", "normalizers", NORMALIZERS);
        check.all(root, "pre_tokenizer", "pretokenizers", CUTS);
        check.all(root, "post_processor", "processors", PROCESSORS);
        check.all(root, "decoder", "decoders", DECODERS);
        return check.patterns.longestText();
    }

    /** The library takes numbers that no double holds for a fault of its own. */
    private void numbers(JsonNode node) {
        if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
            throw new BadInput(source, "has a number too large to be one");
        }
        node.forEach(this::numbers);
    }

    private void all(JsonNode root, String key, String parts, Set<String> known) {
        growth = 1;
        steps = 0;
        each(root.path(key), key, parts, known);
    }

    private void each(JsonNode part, String key, String parts, Set<String> known) {
        if (part.isMissingNode() || part.isNull()) {
            return;
        }
        if (++steps > MOST_STEPS) {
            throw new BadInput(source, "has more than " + MOST_STEPS + " steps as its " + key);
        }
        String type = part.path("type").asText();
        if (type.equals("Sequence")) {
            if (!part.path(parts).isArray()) {
                throw new BadInput(source, "has a sequence without '" + parts + "' as its " + key);
            }
            part.path(parts).forEach(step -> each(step, key, parts, known));
        } else if (known.contains(type)) {
            step(part, type);
        } else {
            throw new BadInput(source, "has a " + key + " of the kind '" + type + "', which is not supported");
        }
    }

    private void step(JsonNode part, String type) {
        switch (type) {
            case "Split" -> patterns.check(part.path("pattern"), false);
            case "Replace" -> {
                int shortest = patterns.check(part.path("pattern"), true);
                grow((double) shortText(part.path("content"), "a replacement").length() / shortest);
            }
            case "Prepend" -> shortText(part.path("prepend"), "a beginning");
            case "BPEDecoder" -> shortText(part.path("suffix"), "an ending");
            case "WordPiece" -> shortText(part.path("prefix"), "a beginning");
            // A byte outside ASCII becomes a letter of two bytes.
            case "ByteLevel" -> grow(2);
            case "Strip" -> counted(part);
            case "TemplateProcessing" -> TemplateCheck.check(source, part);
            case "RobertaProcessing", "BertProcessing" -> {
                wordWithId(part.path("sep"));
                wordWithId(part.path("cls"));
            }
            default -> {}
        }
    }

    private void grow(double factor) {
        growth *= Math.max(1, factor);
        if (growth > MOST_GROWTH) {
            throw new BadInput(source, "makes texts more than " + (int) MOST_GROWTH + " times as long");
        }
    }

    private String shortText(JsonNode text, String what) {
        if (!text.isTextual() || text.textValue().length() > LONGEST_WORD) {
            throw new BadInput(source, "has " + what + " that is no text of at most " + LONGEST_WORD + " characters");
        }
        return text.textValue();
    }

    /** As a normalizer it takes two flags, as a decoder two counts. */
    private void counted(JsonNode part) {
        for (String key : List.of("start", "stop")) {
            JsonNode count = part.path(key);
            if (!count.isMissingNode()
                    && (!count.canConvertToInt() || count.intValue() < 0 || count.intValue() > LONGEST_WORD)) {
                throw new BadInput(source, "strips '" + key + "' characters, no number from 0 to " + LONGEST_WORD);
            }
        }
    }

    private void wordWithId(JsonNode pair) {
        shortText(pair.path(0), "a mark");
        VocabularyJson.id(source, pair.path(1));
    }
}
