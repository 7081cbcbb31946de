package org.vectorscope.engine.torch;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.util.cuda.CudaUtils;
import java.util.Optional;
import java.util.OptionalLong;
import org.vectorscope.engine.torch.runtime.Driver;

/** What the first GPU has. */
final class GpuMemory {
    private GpuMemory() {}

    static Optional<String> name() {
        Driver driver = Driver.read();
        return driver.gpus().isEmpty() ? Optional.empty() : Optional.of(driver.words());
    }

    /** Bytes; empty where the CUDA runtime library is not found or does not answer. */
    static OptionalLong free() {
        try {
            if (!CudaUtils.hasCuda()) {
                return OptionalLong.empty();
            }
            var use = CudaUtils.getGpuMemory(Device.gpu());
            return OptionalLong.of(use.getMax() - use.getUsed());
        } catch (EngineException e) {
            return OptionalLong.empty();
        }
    }
}
