package org.vectorscope.checkpoint.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.vectorscope.file.BadInput;

/**
 * A safetensors file: eight bytes with the length of a JSON header, the header, the numbers. All of the header is
 * checked when it is opened; the numbers stay in the file until they are asked for.
 */
public final class SafetensorsFile implements TensorFile {
    private final MappedFile file;
    private final SafetensorsHeader header;

    private SafetensorsFile(MappedFile file, SafetensorsHeader header) {
        this.file = file;
        this.header = header;
    }

    /** @throws BadInput if it is not a whole and consistent safetensors file */
    public static SafetensorsFile open(Path path) throws IOException {
        MappedFile file = MappedFile.open(path);
        try {
            return new SafetensorsFile(file, SafetensorsHeader.read(path.toString(), file.bytes()));
        } catch (BadInput e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Path path() {
        return file.path();
    }

    /** The {@code __metadata__} of the file; empty where it has none. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    @Override
    public Map<String, StoredTensor> tensors() {
        return header.tensors();
    }

    public Set<String> names() {
        return header.tensors().keySet();
    }

    /** All numbers of a tensor of type I64 or I32, row-major. */
    public long[] integers(String name) {
        return tensor(name).integers();
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
