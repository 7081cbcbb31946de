package org.vectorscope.engine.torch.runtime;

/** Where libtorch comes from. */
public sealed interface TorchLibrary {
    /** The version that the native bridge was built for; no other one may be loaded. */
    String VERSION = "2.7.1";

    /** For people: {@code PyTorch 2.7.1 · CUDA 12.6}. */
    String title();

    /** The one that is shipped. It knows the CPU only. */
    record Bundled() implements TorchLibrary {
        @Override
        public String title() {
            return "libtorch " + VERSION + " · CPU (shipped)";
        }
    }

    /** One of this machine's. */
    record Folder(PytorchFolder folder) implements TorchLibrary {
        @Override
        public String title() {
            return folder.title();
        }
    }
}
