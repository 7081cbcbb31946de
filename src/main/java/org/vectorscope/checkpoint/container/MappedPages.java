package org.vectorscope.checkpoint.container;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Pages of a mapped file that have been read and will hardly be read again, given back: as long as they are in memory
 * they count as the program's own. Read again, they come from the system's file cache. Where there is no {@code
 * madvise} nothing happens.
 */
public final class MappedPages {
    private static final Optional<MethodHandle> ADVISE = function(
            "madvise",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    private static final Optional<MethodHandle> PAGE_SIZE =
            function("getpagesize", FunctionDescriptor.of(ValueLayout.JAVA_INT));
    /** MADV_DONTNEED, of Linux and macOS alike. */
    private static final int NOT_NEEDED = 4;

    private MappedPages() {}

    /** @param part of a file mapped read-only; anything else is left alone */
    public static void giveBack(MemorySegment part) {
        if (part.isMapped() && part.isReadOnly() && ADVISE.isPresent() && PAGE_SIZE.isPresent()) {
            advise(ADVISE.get(), PAGE_SIZE.get(), part);
        }
    }

    private static void advise(MethodHandle advise, MethodHandle pageSize, MemorySegment part) {
        try {
            long page = (int) pageSize.invokeExact();
            long from = part.address() / page * page;
            long to = Math.ceilDiv(part.address() + part.byteSize(), page) * page;
            // advice: an answer other than 0 says that it was not taken
            int answer = (int) advise.invokeExact(from, to - from, NOT_NEEDED);
            assert answer <= 0;
        } catch (Throwable e) {
            throw new IllegalStateException("madvise cannot be called", e);
        }
    }

    private static Optional<MethodHandle> function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find(name).map(address -> linker.downcallHandle(address, descriptor));
    }
}
