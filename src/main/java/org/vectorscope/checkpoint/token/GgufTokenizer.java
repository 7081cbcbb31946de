package org.vectorscope.checkpoint.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.checkpoint.container.GgufMetadata;
import org.vectorscope.file.BadInput;

/** The tokenizer a GGUF file describes: transformers' own where the file carries it, else rebuilt from the metadata. */
public final class GgufTokenizer {
    private GgufTokenizer() {}

    /** Empty where the file describes none. */
    public static Optional<Tokenizer> open(GgufMetadata metadata) {
        String source = metadata.source() + " (tokenizer)";
        Optional<String> own = metadata.text("tokenizer.huggingface.json");
        if (own.isPresent()) {
            return own.map(text -> TokenizerJson.open(source, text));
        }
        return metadata.text("tokenizer.ggml.model").map(kind -> {
            GgufVocabulary vocabulary = GgufVocabulary.read(metadata);
            ObjectNode json =
                    switch (kind) {
                        case "gpt2" -> BytePairs.json(metadata, vocabulary);
                        case "llama" -> SentencePieces.json(metadata, vocabulary);
                        default ->
                            throw new BadInput(
                                    source,
                                    "is of the kind '" + kind + "', which is not supported; gpt2 and llama are");
                    };
            return TokenizerJson.open(source, json, json.toString());
        });
    }
}
