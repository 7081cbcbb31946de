package org.vectorscope.checkpoint.container;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Memory for weights, straight from the C library: what Java itself hands out is limited to the size of its heap, a
 * quarter of the machine, and a model may well need more. It is given back when its arena closes.
 */
final class NativeMemory {
    /** A cache line, and what the widest vector instructions like best. */
    private static final long ALIGNMENT = 64;

    private static final MethodHandle MALLOC =
            function("malloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    private static final MethodHandle FREE = function("free", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    private NativeMemory() {}

    /** Memory with any content, for as long as the arena lives. */
    static MemorySegment allocate(long bytes, Arena arena) {
        MemorySegment raw = malloc(bytes + ALIGNMENT);
        if (raw.address() == 0) {
            throw new OutOfMemoryError("no " + bytes + " bytes left for weights");
        }
        MemorySegment owned = raw.reinterpret(bytes + ALIGNMENT, arena, NativeMemory::free);
        return owned.asSlice(-owned.address() & (ALIGNMENT - 1), bytes);
    }

    private static MemorySegment malloc(long bytes) {
        try {
            return (MemorySegment) MALLOC.invokeExact(bytes);
        } catch (Throwable e) {
            throw new IllegalStateException("malloc cannot be called", e);
        }
    }

    private static void free(MemorySegment memory) {
        try {
            FREE.invokeExact(memory);
        } catch (Throwable e) {
            throw new IllegalStateException("free cannot be called", e);
        }
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }
}
