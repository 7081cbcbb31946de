package org.vectorscope.checkpoint.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vectorscope.file.BadInput;

/**
 * A GGUF file of version 2 or 3, checked as a whole when it is opened; tensors stay in the file until asked for. One
 * that is split ({@code NAME-00001-of-00003.gguf}) is opened by any of its parts, and is all of them.
 */
public final class GgufFile implements TensorFile {
    private final List<MappedFile> parts;
    private final GgufHeader header;

    GgufFile(List<MappedFile> parts, GgufHeader header) {
        this.parts = parts;
        this.header = header;
    }

    /** @throws BadInput if it is not a whole and consistent GGUF file, or holds tensors of a type that is not read */
    public static GgufFile open(Path path) throws IOException {
        GgufFile file = part(path);
        try {
            long count = file.metadata().integer("split.count").orElse(1);
            return count > 1 ? GgufParts.join(file, count) : file;
        } catch (BadInput | IOException e) {
            file.close();
            throw e;
        }
    }

    static GgufFile part(Path path) throws IOException {
        MappedFile file = MappedFile.open(path);
        try {
            return new GgufFile(List.of(file), GgufHeader.read(path.toString(), file.bytes()));
        } catch (BadInput e) {
            file.close();
            throw e;
        }
    }

    List<MappedFile> parts() {
        return parts;
    }

    /** Of the first part. */
    @Override
    public Path path() {
        return parts.getFirst().path();
    }

    public GgufMetadata metadata() {
        return header.metadata();
    }

    /** By the names in the file; shapes are PyTorch's way round (the file has the fastest axis first). */
    @Override
    public Map<String, StoredTensor> tensors() {
        return header.tensors();
    }

    @Override
    public long bytes() {
        return parts.stream().mapToLong(part -> part.bytes().byteSize()).sum();
    }

    @Override
    public void close() {
        parts.forEach(MappedFile::close);
    }
}
