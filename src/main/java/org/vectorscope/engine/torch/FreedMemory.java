package org.vectorscope.engine.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.vectorscope.engine.EngineFailure;

/**
 * Memory that tensors no longer use, given back to the system. glibc keeps freed blocks of up to 32 MB for itself, and
 * after a few captures of different sizes that is hundreds of megabytes; elsewhere there is nothing to do.
 */
final class FreedMemory {
    private static final Optional<MethodHandle> TRIM = Linker.nativeLinker()
            .defaultLookup()
            .find("malloc_trim")
            .map(address -> Linker.nativeLinker()
                    .downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)));

    private FreedMemory() {}

    /** Takes milliseconds. */
    static void giveBack() {
        if (TRIM.isEmpty()) {
            return;
        }
        try {
            int released = (int) TRIM.get().invokeExact(0L);
            assert released >= 0;
        } catch (Throwable e) {
            throw new EngineFailure("memory could not be given back", e);
        }
    }
}
