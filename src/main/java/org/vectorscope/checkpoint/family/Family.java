package org.vectorscope.checkpoint.family;

import java.util.Set;

/** One kind of model: how it is described on disk, which tensors it needs, and which program runs it. */
public interface Family {
    /** Transformers' {@code model_type}s. */
    Set<String> names();

    /** GGUF's {@code general.architecture}s; none where the format does not have it. */
    Set<String> ggufNames();

    /** @throws org.vectorscope.file.BadInput if the settings are incomplete, absurd or ask for what is not supported */
    Architecture read(Settings settings);
}
