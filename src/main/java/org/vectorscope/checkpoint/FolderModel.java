package org.vectorscope.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vectorscope.checkpoint.container.StoredTensor;
import org.vectorscope.checkpoint.container.TensorFile;
import org.vectorscope.checkpoint.family.Architecture;
import org.vectorscope.checkpoint.family.ConfigJson;
import org.vectorscope.checkpoint.family.Families;
import org.vectorscope.checkpoint.family.Family;
import org.vectorscope.checkpoint.family.Part;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/** A model as transformers saves it: a folder with settings and safetensors files. */
final class FolderModel {
    private static final long LARGEST_CONFIG = 4L << 20;

    private FolderModel() {}

    static Checkpoint open(Path folder) throws IOException {
        Path configFile = folder.resolve("config.json");
        if (!Files.exists(configFile)) {
            throw new BadInput(folder, "has no config.json, which says how the weights are to be used");
        }
        JsonNode config = Json.read(configFile, LARGEST_CONFIG);
        Family family = family(configFile, config);
        ShardedTensors tensors = ShardedTensors.open(folder);
        try {
            return open(
                    folder, family, new ConfigJson(configFile.toString(), config, tensors.all()::containsKey), tensors);
        } catch (BadInput | IOException e) {
            tensors.close();
            throw e;
        }
    }

    private static Family family(Path file, JsonNode config) {
        JsonNode type = config.path("model_type");
        if (!type.isTextual()) {
            throw new BadInput(file, "has no 'model_type'");
        }
        return Families.named(file.toString(), type.textValue());
    }

    private static Checkpoint open(Path folder, Family family, ConfigJson json, ShardedTensors files)
            throws IOException {
        Architecture architecture = FolderExtras.withGenerationConfig(folder, family.read(json));
        Map<String, ModelTensor> tensors = new LinkedHashMap<>();
        for (Part part : architecture.parts()) {
            StoredTensor stored = files.all().get(part.name());
            if (stored == null) {
                throw new BadInput(folder, "has no tensor '" + part.name() + "', which its config.json asks for");
            }
            tensors.put(part.name(), ModelTensor.inFolder(part, stored));
        }
        List<TensorFile> mapped = files.files();
        long bytes = mapped.stream().mapToLong(TensorFile::bytes).sum();
        return new OpenCheckpoint(
                new Origin(folder, FolderExtras.name(folder), "safetensors", bytes, FolderExtras.licence(folder)),
                architecture,
                tensors,
                () -> FolderExtras.tokenizer(folder),
                () -> FolderExtras.chatTemplate(folder),
                mapped);
    }
}
