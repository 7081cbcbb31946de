package org.vectorscope.checkpoint.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vectorscope.file.BadInput;

/** Puts together what llama-gguf-split has split: the metadata is in the first part, the tensors are in all. */
public final class GgufParts {
    private static final Pattern NAME = Pattern.compile("(?i)(.*)-([0-9]{5})-of-([0-9]{5})\\.gguf");
    private static final int MOST = 1_000;

    private GgufParts() {}

    /** Whether it is a part by its name, and not the first, by which a model is known. */
    public static boolean isLater(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() && !name.group(2).equals("00001");
    }

    /** @param any one of the parts; closed, unless it is among what comes back */
    static GgufFile join(GgufFile any, long count) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(any.path().getFileName()));
        if (!name.matches() || Integer.parseInt(name.group(3)) != count || count > MOST) {
            throw new BadInput(
                    any.path(), "is a part of a model in " + count + " files, and not called NAME-00001-of-0000N.gguf");
        }
        any.close();
        List<GgufFile> parts = new ArrayList<>();
        try {
            for (int number = 1; number <= count; number++) {
                String part = String.format("%s-%05d-of-%05d.gguf", name.group(1), number, count);
                Path path = any.path().resolveSibling(part);
                if (!Files.exists(path)) {
                    throw new BadInput(any.path(), "is a part of a model whose part " + part + " is not there");
                }
                parts.add(part(path, number - 1, count));
            }
            return new GgufFile(
                    parts.stream().flatMap(part -> part.parts().stream()).toList(),
                    new GgufHeader(parts.getFirst().metadata(), tensors(parts)));
        } catch (BadInput | IOException e) {
            parts.forEach(GgufFile::close);
            throw e;
        }
    }

    private static GgufFile part(Path path, long number, long count) throws IOException {
        GgufFile part = GgufFile.part(path);
        try {
            GgufMetadata metadata = part.metadata();
            if (metadata.integer("split.no").orElse(-1) != number
                    || metadata.integer("split.count").orElse(-1) != count) {
                throw new BadInput(path, "is not part " + (number + 1) + " of " + count + ", as its name says");
            }
            return part;
        } catch (BadInput e) {
            part.close();
            throw e;
        }
    }

    private static Map<String, StoredTensor> tensors(List<GgufFile> parts) {
        Map<String, StoredTensor> all = new LinkedHashMap<>();
        for (GgufFile part : parts) {
            for (StoredTensor tensor : part.tensors().values()) {
                if (all.put(tensor.name(), tensor) != null) {
                    throw tensor.fault("is in two parts");
                }
            }
        }
        return Collections.unmodifiableMap(all);
    }
}
