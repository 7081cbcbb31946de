package org.vectorscope.checkpoint.container;

import java.nio.file.Path;
import java.util.Map;
import org.vectorscope.file.BadInput;

/** A mapped file of named tensors. */
public sealed interface TensorFile extends AutoCloseable permits SafetensorsFile, GgufFile {
    Path path();

    /** By their names in the file, in the order of its header. */
    Map<String, StoredTensor> tensors();

    /** Size of the file. */
    long bytes();

    default boolean has(String name) {
        return tensors().containsKey(name);
    }

    /** @throws BadInput if there is no such tensor */
    default StoredTensor tensor(String name) {
        StoredTensor tensor = tensors().get(name);
        if (tensor == null) {
            throw new BadInput(path(), "has no tensor '" + name + "'");
        }
        return tensor;
    }

    /** All numbers of a tensor of floating point, row-major. */
    default float[] floats(String name) {
        return tensor(name).floats();
    }

    /** Unmaps the file; views of it handed out before must not be used afterwards. */
    @Override
    void close();
}
