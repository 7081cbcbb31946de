package org.vectorscope.checkpoint.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.vectorscope.file.BadInput;

/** A GGUF file of version 2 or 3, checked as a whole when it is opened; tensors stay in the file until asked for. */
public final class GgufFile implements TensorFile {
    private final MappedFile file;
    private final GgufHeader header;

    private GgufFile(MappedFile file, GgufHeader header) {
        this.file = file;
        this.header = header;
    }

    /** @throws BadInput if it is not a whole and consistent GGUF file, or holds tensors of a type that is not read */
    public static GgufFile open(Path path) throws IOException {
        MappedFile file = MappedFile.open(path);
        try {
            return new GgufFile(file, GgufHeader.read(path.toString(), file.bytes()));
        } catch (BadInput e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Path path() {
        return file.path();
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
        return file.bytes().byteSize();
    }

    @Override
    public void close() {
        file.close();
    }
}
