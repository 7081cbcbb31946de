package org.vectorscope.checkpoint.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vectorscope.checkpoint.container.GgufMetadata;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/** Byte-level BPE ({@code gpt2} in GGUF) as a {@code tokenizer.json}. */
final class BytePairs {
    private BytePairs() {}

    static ObjectNode json(GgufMetadata metadata, GgufVocabulary vocabulary) {
        String name = metadata.text("tokenizer.ggml.pre").orElse("default");
        PreTokenizer pre = PreTokenizer.named(metadata.source(), name);
        ObjectNode root = Json.mapper().createObjectNode().put("version", "1.0");
        root.set("added_tokens", vocabulary.addedTokens());
        root.set("pre_tokenizer", pre.json());
        root.set("post_processor", vocabulary.postProcessor(pre.begins()));
        root.putObject("decoder")
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", false)
                .put("use_regex", false);
        ObjectNode model = root.putObject("model")
                .put("type", "BPE")
                .put("fuse_unk", false)
                .put("byte_fallback", false)
                .put("ignore_merges", pre.wholeWordsFirst());
        ObjectNode ids = model.putObject("vocab");
        vocabulary.ids().forEach(ids::put);
        merges(metadata, model.putArray("merges"));
        return root;
    }

    private static void merges(GgufMetadata metadata, ArrayNode merges) {
        for (String merge : metadata.texts("tokenizer.ggml.merges")) {
            int space = merge.indexOf(' ', 1);
            if (space < 0) {
                throw new BadInput(metadata.source(), "has a merge that is no two tokens: '" + merge + "'");
            }
            merges.addArray().add(merge.substring(0, space)).add(merge.substring(space + 1));
        }
    }
}
