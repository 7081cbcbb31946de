package org.vectorscope.engine.torch;

import ai.djl.pytorch.jni.JniUtils;
import org.vectorscope.engine.NotEnoughMemory;

/** What is done where the device has no room: what is unused is given back, and half as much is tried. */
final class Halving {
    private final boolean gpu;

    /** @param gpu whether libtorch keeps freed blocks of a GPU */
    Halving(boolean gpu) {
        this.gpu = gpu;
    }

    /**
     * @param size how much did not fit
     * @param least below which it is not worth trying
     * @return how much to try next
     * @throws NotEnoughMemory if that is less than the least
     */
    int half(int size, int least, NotEnoughMemory cause) {
        giveBack();
        if (size / 2 < least) {
            throw new NotEnoughMemory(
                    "there is not enough memory" + (gpu ? " on the GPU" : "") + " for this, in pieces however small",
                    cause);
        }
        return size / 2;
    }

    /** Memory that no tensor uses, back to the system and to other programs on the GPU. */
    void giveBack() {
        FreedMemory.giveBack();
        if (gpu) {
            Guard.run("giving memory back", () -> {
                JniUtils.emptyCudaCache();
                return gpu;
            });
        }
    }
}
