/**
 * Which libtorch computes, and on what: the one that is shipped (CPU), or a PyTorch folder of this machine whose CUDA
 * build drives an NVIDIA GPU. Nothing here loads a native library into this process, the driver's own excepted: a libtorch
 * of another version ends the process, and a second one after a first that failed half-way does, too. So a folder is
 * read first, then tried in a process of its own, and only then loaded.
 */
@NullMarked
package org.vectorscope.engine.torch.runtime;

import org.jspecify.annotations.NullMarked;
