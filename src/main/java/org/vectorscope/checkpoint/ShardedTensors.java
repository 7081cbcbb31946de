package org.vectorscope.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vectorscope.checkpoint.container.SafetensorsFile;
import org.vectorscope.checkpoint.container.StoredTensor;
import org.vectorscope.checkpoint.container.TensorFile;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/**
 * The safetensors files of a folder as one: {@code model.safetensors}, else those that
 * {@code model.safetensors.index.json} names, else the only one there is.
 */
record ShardedTensors(List<TensorFile> files, Map<String, StoredTensor> all) implements AutoCloseable {
    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";
    private static final long LARGEST_INDEX = 4L << 20;
    private static final int MOST_SHARDS = 1_000;

    static ShardedTensors open(Path folder) throws IOException {
        Path single = folder.resolve(SINGLE);
        Path index = folder.resolve(INDEX);
        if (Files.exists(single)) {
            return open(List.of(single));
        }
        if (Files.exists(index)) {
            return indexed(folder, index);
        }
        return open(List.of(onlyOne(folder)));
    }

    private static Path onlyOne(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> listed = Files.list(folder)) {
            found = listed.filter(file -> file.getFileName().toString().endsWith(".safetensors"))
                    .limit(2)
                    .toList();
        }
        if (found.size() != 1) {
            throw new BadInput(folder, "has neither " + SINGLE + " nor " + INDEX);
        }
        return found.getFirst();
    }

    private static ShardedTensors indexed(Path folder, Path index) throws IOException {
        Map<String, String> places = places(index);
        TreeSet<String> names = new TreeSet<>(places.values());
        if (names.isEmpty() || names.size() > MOST_SHARDS) {
            throw new BadInput(index, "names " + names.size() + " files");
        }
        List<Path> shards = new ArrayList<>();
        for (String name : names) {
            shards.add(shard(index, folder, name));
        }
        ShardedTensors opened = open(shards);
        for (Map.Entry<String, String> place : places.entrySet()) {
            if (!opened.all.containsKey(place.getKey())) {
                opened.close();
                throw new BadInput(
                        index,
                        "places tensor '" + place.getKey() + "' in " + place.getValue() + ", which does not hold it");
            }
        }
        return opened;
    }

    private static Map<String, String> places(Path index) throws IOException {
        JsonNode map = Json.read(index, LARGEST_INDEX).path("weight_map");
        if (!map.isObject()) {
            throw new BadInput(index, "has no 'weight_map'");
        }
        Map<String, String> places = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            places.put(entry.getKey(), entry.getValue().asText());
        }
        return places;
    }

    /** A file beside the index and nowhere else. */
    private static Path shard(Path index, Path folder, String name) {
        boolean plain = name.endsWith(".safetensors")
                && name.chars().allMatch(c -> c >= ' ' && c < 127 && c != '/' && c != '\\' && c != ':');
        if (!plain) {
            throw new BadInput(index, "names '" + name + "', which is no safetensors file of this folder");
        }
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw new BadInput(folder, "has no " + name + ", which holds part of the model");
        }
        return file;
    }

    private static ShardedTensors open(List<Path> paths) throws IOException {
        List<TensorFile> files = new ArrayList<>();
        Map<String, StoredTensor> all = new HashMap<>();
        try {
            for (Path path : paths) {
                SafetensorsFile file = SafetensorsFile.open(path);
                files.add(file);
                for (StoredTensor tensor : file.tensors().values()) {
                    if (all.put(tensor.name(), tensor) != null) {
                        throw tensor.fault("is in two files");
                    }
                }
            }
        } catch (BadInput | IOException e) {
            files.forEach(TensorFile::close);
            throw e;
        }
        return new ShardedTensors(files, all);
    }

    @Override
    public void close() {
        files.forEach(TensorFile::close);
    }
}
