package org.vectorscope.engine.torch;

import java.util.List;
import org.vectorscope.engine.EngineFailure;
import org.vectorscope.engine.torch.runtime.PytorchFolder;
import org.vectorscope.engine.torch.runtime.TorchLibrary;

/**
 * How DJL is told which libtorch to load: by system properties, before its first use. The library on the class path
 * would otherwise win, on a machine with a GPU too. The flavour names the native bridge; the one for cu128 needs nothing
 * of CUDA but libtorch's own libraries, so it fits builds for other minor versions of CUDA 12.
 */
final class LibraryProperties {
    private static final String BRIDGE = "cu128";

    private static final List<String> NAMES = List.of("PYTORCH_LIBRARY_PATH", "PYTORCH_VERSION", "PYTORCH_FLAVOR");

    private LibraryProperties() {}

    /** @throws EngineFailure where the environment would decide instead, and nobody has read that library's version */
    static void set(TorchLibrary library) {
        for (String name : NAMES) {
            if (System.getenv(name) != null) {
                throw new EngineFailure("the environment variable " + name
                        + " would load another libtorch than the one chosen; unset it, and add the folder in Settings");
            }
        }
        switch (library) {
            case TorchLibrary.Bundled() -> NAMES.forEach(System::clearProperty);
            case TorchLibrary.Folder(PytorchFolder folder) -> {
                System.setProperty("PYTORCH_LIBRARY_PATH", folder.lib().toString());
                System.setProperty("PYTORCH_VERSION", TorchLibrary.VERSION);
                System.setProperty("PYTORCH_FLAVOR", BRIDGE);
                // DJL asks the CUDA runtime how much memory is free, and finds it through JNA
                System.setProperty("jna.library.path", folder.cudaRuntime().toString());
            }
        }
    }
}
