package org.vectorscope.checkpoint.family;

import java.util.List;
import org.vectorscope.checkpoint.ModelConfig;

/** One kind of model: how it is described on disk and which tensors it needs. */
public interface Family {
    /** Transformers' {@code model_type} and GGUF's {@code general.architecture}. */
    String name();

    /** @throws org.vectorscope.file.BadInput if the settings are incomplete, absurd or ask for what is not supported */
    ModelConfig read(ConfigJson config);

    /** @throws org.vectorscope.file.BadInput as {@link #read(ConfigJson)} */
    ModelConfig read(GgufConfig config);

    /** Everything the forward pass needs, with the shapes it must have. */
    List<TensorSpec> tensors(ModelConfig config);
}
