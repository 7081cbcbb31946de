package org.vectorscope.engine.torch.runtime;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A PyTorch folder that was found or added.
 *
 * @param given where it was looked for
 * @param folder empty if there is none, or it does not tell its version
 * @param fault why it cannot be used; empty if it can
 */
public record FoundRuntime(Path given, Optional<PytorchFolder> folder, Optional<String> fault) {
    static FoundRuntime of(PytorchFolder folder) {
        return new FoundRuntime(folder.root(), Optional.of(folder), folder.fault());
    }

    public boolean isUsable() {
        return folder.isPresent() && fault.isEmpty();
    }
}
