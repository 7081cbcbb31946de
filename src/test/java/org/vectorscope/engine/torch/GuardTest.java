package org.vectorscope.engine.torch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vectorscope.engine.EngineFailure;
import org.vectorscope.engine.NotEnoughMemory;

class GuardTest {
    @Test
    void anAllocationThatTheCpuRefusesIsAFailureOfMemory() {
        try (TorchRuntime runtime = TorchRuntime.start()) {
            assertThatThrownBy(() -> runtime.call(() -> {
                        try (NDManager manager = runtime.newManager()) {
                            return Tensors.zeros(manager, 1L << 45).getShape();
                        }
                    }))
                    .isInstanceOf(NotEnoughMemory.class)
                    .hasMessage("there is not enough memory while making room for keys and values");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUDA out of memory. Tried to allocate 20.00 MiB. GPU 0 has a total capacity of 7.79 GiB",
                "CUDA error: out of memory",
                "[enforce fail at alloc_cpu.cpp:119] . DefaultCPUAllocator: can't allocate memory: you tried to allocate 8",
                "[enforce fail at alloc_cpu.cpp:80] data. DefaultCPUAllocator: not enough memory: you tried to allocate 8"
            })
    void whatTheAllocatorsSayIsAFailureOfMemory(String said) {
        assertThatThrownBy(() -> Guard.run("adding", () -> {
                    throw new EngineException(said);
                }))
                .isInstanceOf(NotEnoughMemory.class);
    }

    @Test
    void anIllegalMemoryAccessIsNone() {
        assertThatThrownBy(() -> Guard.run("adding", () -> {
                    throw new EngineException("CUDA error: an illegal memory access was encountered");
                }))
                .isInstanceOf(EngineFailure.class)
                .isNotInstanceOf(NotEnoughMemory.class);
    }
}
