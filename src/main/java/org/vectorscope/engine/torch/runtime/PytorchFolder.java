package org.vectorscope.engine.torch.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vectorscope.file.BadInput;

/**
 * A PyTorch installation: {@code torch} of a Python environment, or an unpacked libtorch archive. Nothing of it is
 * executed to learn its version.
 *
 * @param root the folder that holds {@code lib}
 * @param version as it says itself, {@code 2.7.1+cu126}
 * @param cuda version of CUDA it was built for, {@code 12.6}; empty for a build that knows the CPU only
 * @param stamp changes when the library does
 */
public record PytorchFolder(Path root, String version, Optional<String> cuda, String stamp) {
    private static final String NEEDED_CUDA = "12";

    /**
     * @param given the folder itself, one that holds it ({@code site-packages}), or an environment's (venv, conda)
     * @throws BadInput if no PyTorch is there, or it does not tell its version
     */
    public static PytorchFolder read(Path given) {
        Path root = PytorchPlaces.within(given)
                .orElseThrow(() -> new BadInput(
                        given, "holds no PyTorch (no " + PytorchPlaces.LIBRARY + " in it or in its site-packages)"));
        try {
            PytorchVersion version = PytorchVersion.of(root);
            Path cpu = root.resolve("lib").resolve(System.mapLibraryName("torch_cpu"));
            Path sized = Files.isRegularFile(cpu) ? cpu : root.resolve(PytorchPlaces.LIBRARY);
            String stamp = version.full() + " " + Files.size(sized) + " "
                    + Files.getLastModifiedTime(sized).toMillis();
            return new PytorchFolder(root, version.full(), hasCuda(root) ? version.cuda() : Optional.empty(), stamp);
        } catch (IOException e) {
            throw new BadInput(root, "cannot be read (" + e.getMessage() + ")");
        }
    }

    private static boolean hasCuda(Path root) {
        return Files.isRegularFile(root.resolve("lib").resolve(System.mapLibraryName("torch_cuda")));
    }

    /** What DJL is to load. */
    public Path lib() {
        return root.resolve("lib");
    }

    /** Where the CUDA runtime library may be: beside libtorch, or in the wheel that pip installs beside torch. */
    public Path cudaRuntime() {
        Path wheel = root.resolveSibling("nvidia").resolve("cuda_runtime");
        Path folder = wheel.resolve(System.getProperty("os.name", "").startsWith("Windows") ? "bin" : "lib");
        return Files.isDirectory(folder) ? folder : lib();
    }

    /** Why it cannot be used, one sentence without its path; empty if it can. */
    public Optional<String> fault() {
        if (!version.split("\\+", 2)[0].equals(TorchLibrary.VERSION)) {
            return Optional.of("is PyTorch " + version + "; only " + TorchLibrary.VERSION + " fits (pip install torch=="
                    + TorchLibrary.VERSION + ")");
        }
        if (cuda.isEmpty()) {
            return Optional.of("is a CPU build; what is shipped does the same");
        }
        if (!cuda.get().split("\\.", 2)[0].equals(NEEDED_CUDA)) {
            return Optional.of("is built for CUDA " + cuda.get() + "; a build for CUDA 12 is needed");
        }
        return Optional.empty();
    }

    public String title() {
        return "PyTorch " + version.split("\\+", 2)[0]
                + cuda.map(c -> " · CUDA " + c).orElse(" · CPU");
    }
}
