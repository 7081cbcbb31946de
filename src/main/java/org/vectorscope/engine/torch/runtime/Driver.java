package org.vectorscope.engine.torch.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The NVIDIA driver, asked through the library that comes with it (CUDA driver API). It tells what there is before any
 * CUDA runtime is loaded.
 *
 * @param fault why no GPU can be used, one sentence; empty if one can
 * @param cuda the newest CUDA it runs: 12080 for 12.8; 0 without a driver
 */
public record Driver(Optional<String> fault, int cuda, List<Gpu> gpus) {
    private static final String ON_LINUX = "libcuda.so.1";
    private static final String ON_WINDOWS = "nvcuda.dll";
    /** Any driver of this major version runs every build of it. */
    private static final int LEAST_CUDA = 12000;

    private static final int NO_DEVICE = 100;
    private static final int NAME_BYTES = 256;
    private static final int MOST_GPUS = 64;

    /** @param bytes all of its memory */
    public record Gpu(String name, long bytes) {}

    public static Driver read() {
        String os = System.getProperty("os.name", "");
        if (os.startsWith("Mac")) {
            return without("CUDA does not exist on macOS");
        }
        return read(os.startsWith("Windows") ? ON_WINDOWS : ON_LINUX);
    }

    /** @param library name or path of the driver's library */
    static Driver read(String library) {
        try {
            // stays loaded: the driver's threads do not survive its being unloaded
            return new Calls(SymbolLookup.libraryLookup(library, Arena.global())).ask();
        } catch (IllegalArgumentException e) {
            return without("no NVIDIA driver is installed here (" + library + " does not load)");
        }
    }

    private static Driver without(String fault) {
        return new Driver(Optional.of(fault), 0, List.of());
    }

    /** For people: {@code NVIDIA H100 80GB HBM3, 79 GB}, or what is wrong. */
    public String words() {
        return fault.orElseGet(() -> {
            Gpu gpu = gpus.getFirst();
            String more = gpus.size() == 1 ? "" : " and " + (gpus.size() - 1) + " more";
            return gpu.name() + ", " + Math.round(gpu.bytes() / 1e9) + " GB" + more;
        });
    }

    /** The functions of the driver that are asked, all {@code CUresult f(...)}. */
    private static final class Calls {
        private final SymbolLookup library;

        Calls(SymbolLookup library) {
            this.library = library;
        }

        Driver ask() {
            try (Arena arena = Arena.ofConfined()) {
                int started = call("cuInit", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), 0);
                if (started != 0) {
                    return without(
                            started == NO_DEVICE
                                    ? "the NVIDIA driver finds no GPU"
                                    : "the NVIDIA driver does not start (CUDA error " + started + ")");
                }
                int cuda = number(arena, "cuDriverGetVersion");
                if (cuda < LEAST_CUDA) {
                    return new Driver(
                            Optional.of("the NVIDIA driver is too old: it knows "
                                    + (cuda == 0 ? "no CUDA" : "CUDA " + dotted(cuda))
                                    + ", and 12.0 or later is needed"),
                            cuda,
                            List.of());
                }
                List<Gpu> gpus = gpus(arena);
                return gpus.isEmpty()
                        ? without("the NVIDIA driver finds no GPU")
                        : new Driver(Optional.empty(), cuda, gpus);
            } catch (Missing e) {
                return without("the NVIDIA driver is not usable (it has no " + e.getMessage() + ")");
            }
        }

        private List<Gpu> gpus(Arena arena) {
            List<Gpu> gpus = new ArrayList<>();
            int count = Math.min(number(arena, "cuDeviceGetCount"), MOST_GPUS);
            for (int device = 0; device < count; device++) {
                MemorySegment name = arena.allocate(NAME_BYTES);
                MemorySegment bytes = arena.allocate(ValueLayout.JAVA_LONG);
                call(
                        "cuDeviceGetName",
                        of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                        name,
                        NAME_BYTES - 1,
                        device);
                call("cuDeviceTotalMem_v2", of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT), bytes, device);
                gpus.add(new Gpu(
                        name.getString(0, StandardCharsets.UTF_8).strip(), bytes.get(ValueLayout.JAVA_LONG, 0)));
            }
            return gpus;
        }

        private int number(Arena arena, String function) {
            MemorySegment number = arena.allocate(ValueLayout.JAVA_INT);
            int result = call(function, of(ValueLayout.ADDRESS), number);
            return result == 0 ? number.get(ValueLayout.JAVA_INT, 0) : 0;
        }

        private static FunctionDescriptor of(MemoryLayout... arguments) {
            return FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
        }

        private int call(String function, FunctionDescriptor type, Object... arguments) {
            MethodHandle handle = library.find(function)
                    .map(address -> Linker.nativeLinker().downcallHandle(address, type))
                    .orElseThrow(() -> new Missing(function));
            try {
                return (int) handle.invokeWithArguments(arguments);
            } catch (Throwable e) {
                throw new IllegalStateException(function + " could not be called", e);
            }
        }
    }

    private static String dotted(int cuda) {
        return cuda / 1000 + "." + cuda % 1000 / 10;
    }

    /** A function that the library does not have. */
    private static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(String function) {
            super(function);
        }
    }
}
