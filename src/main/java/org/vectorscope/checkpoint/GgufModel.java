package org.vectorscope.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vectorscope.checkpoint.container.GgufFile;
import org.vectorscope.checkpoint.container.GgufMetadata;
import org.vectorscope.checkpoint.family.Architecture;
import org.vectorscope.checkpoint.family.Families;
import org.vectorscope.checkpoint.family.Family;
import org.vectorscope.checkpoint.family.GgufConfig;
import org.vectorscope.checkpoint.family.Part;
import org.vectorscope.checkpoint.template.ChatTemplates;
import org.vectorscope.checkpoint.token.GgufTokenizer;
import org.vectorscope.file.BadInput;

/** A model in one GGUF file. */
final class GgufModel {
    private GgufModel() {}

    static Checkpoint open(Path path) throws IOException {
        GgufFile file = GgufFile.open(path);
        try {
            return open(file);
        } catch (BadInput e) {
            file.close();
            throw e;
        }
    }

    private static Checkpoint open(GgufFile file) {
        GgufMetadata metadata = file.metadata();
        String name = metadata.text("general.architecture").orElseThrow(() -> metadata.missing("general.architecture"));
        if (metadata.integer("split.count").orElse(1) > 1) {
            throw new BadInput(file.path(), "is one part of a split model; join the parts with llama-gguf-split first");
        }
        Family family = Families.ofGguf(metadata.source(), name);
        Architecture architecture = family.read(new GgufConfig(file, name));
        Map<String, ModelTensor> tensors = new LinkedHashMap<>();
        for (Part part : architecture.parts()) {
            tensors.put(part.name(), ModelTensor.inGguf(part, file.tensor(part.gguf())));
        }
        String fileName = file.path().getFileName().toString().replaceFirst("(?i)\\.gguf$", "");
        Origin origin = new Origin(file.path(), fileName, "GGUF", file.bytes(), metadata.text("general.license"));
        return new OpenCheckpoint(
                origin,
                architecture,
                tensors,
                () -> GgufTokenizer.open(metadata),
                () -> template(metadata),
                List.of(file));
    }

    private static Optional<ChatTemplate> template(GgufMetadata metadata) {
        return metadata.text("tokenizer.chat_template")
                .map(text -> ChatTemplates.of(
                        metadata.source(),
                        text,
                        token(metadata, "tokenizer.ggml.bos_token_id"),
                        token(metadata, "tokenizer.ggml.eos_token_id")));
    }

    private static String token(GgufMetadata metadata, String key) {
        List<String> tokens = metadata.texts("tokenizer.ggml.tokens");
        long id = metadata.integer(key).orElse(-1);
        return id >= 0 && id < tokens.size() ? tokens.get((int) id) : "";
    }
}
