package org.vectorscope.engine.torch.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that look like PyTorch's; their libraries are a few bytes. */
final class Folders {
    private Folders() {}

    /** {@code version.py} as PyTorch 2.7.1 writes it. @param cuda as it stands there: {@code '12.6'} or {@code None} */
    static String versionPy(String version, String cuda) {
        return "from typing import Optional\n\n__all__ = ['__version__', 'debug', 'cuda', 'git_version', 'hip']\n"
                + "__version__ = '" + version + "'\ndebug = False\ncuda: Optional[str] = " + cuda
                + "\ngit_version = 'e2d141dbde55c2a4370fac5165b0561b6af4798b'\nhip: Optional[str] = None\n";
    }

    static Path torch(Path root, String versionPy, boolean withCuda) throws IOException {
        Path lib = Files.createDirectories(root.resolve("lib"));
        for (String name : new String[] {"torch", "torch_cpu", "c10"}) {
            Files.writeString(lib.resolve(System.mapLibraryName(name)), "not a library");
        }
        if (withCuda) {
            Files.writeString(lib.resolve(System.mapLibraryName("torch_cuda")), "not a library");
        }
        Files.writeString(root.resolve("version.py"), versionPy);
        return root;
    }

    static Path good(Path root) throws IOException {
        return torch(root, versionPy("2.7.1+cu126", "'12.6'"), true);
    }
}
