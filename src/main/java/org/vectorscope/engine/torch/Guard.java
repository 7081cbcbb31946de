package org.vectorscope.engine.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.DataType;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.vectorscope.engine.EngineFailure;
import org.vectorscope.engine.NotEnoughMemory;

/**
 * The one way into native code. What libtorch throws becomes one sentence; types whose creation would end the process
 * (DJL's JNI throws without an exception for them) are refused before.
 */
final class Guard {
    private static final Set<DataType> SAFE = Set.of(
            DataType.FLOAT32,
            DataType.FLOAT64,
            DataType.FLOAT16,
            DataType.INT32,
            DataType.INT64,
            DataType.UINT8,
            DataType.INT8,
            DataType.BOOLEAN);

    private Guard() {}

    /** @param doing what is being done, to finish the sentence "libtorch failed while …" */
    static <T> T run(String doing, Supplier<T> work) {
        try {
            return work.get();
        } catch (EngineException e) {
            throw failure(doing, e);
        } catch (OutOfMemoryError e) {
            throw new NotEnoughMemory("there is not enough memory while " + doing, e);
        } catch (UnsatisfiedLinkError e) {
            throw new EngineFailure("libtorch could not be loaded: " + firstLine(e), e);
        }
    }

    static DataType safe(DataType type) {
        if (!SAFE.contains(type)) {
            throw new EngineFailure("tensors of type " + type + " cannot pass through DJL");
        }
        return type;
    }

    private static EngineFailure failure(String doing, EngineException e) {
        String said = firstLine(e);
        if (isMemory(said.toLowerCase(Locale.ROOT))) {
            return new NotEnoughMemory("there is not enough memory while " + doing, e);
        }
        if (e.getCause() instanceof UnsatisfiedLinkError link) {
            return new EngineFailure("libtorch could not be loaded: " + firstLine(link), e);
        }
        return new EngineFailure("libtorch failed while " + doing + ": " + said, e);
    }

    /** CUDA's words, and the CPU allocator's on Linux and macOS, and on Windows; "illegal memory access" is none. */
    private static boolean isMemory(String said) {
        return said.contains("out of memory")
                || said.contains("can't allocate memory")
                || said.contains("not enough memory");
    }

    private static String firstLine(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t.getMessage() != null && !t.getMessage().isBlank()) {
                return t.getMessage().strip().lines().findFirst().orElse("");
            }
        }
        return e.getClass().getSimpleName();
    }
}
