/**
 * Files that hold tensors, with no idea of what the tensors are for: safetensors and GGUF, read with suspicion through
 * a memory mapping and written atomically.
 *
 * <p>Every length, offset and count in a file is compared with the size of the file before anything is allocated for
 * it; what does not agree is a {@link org.vectorscope.file.BadInput}.
 */
@NullMarked
package org.vectorscope.checkpoint.container;

import org.jspecify.annotations.NullMarked;
