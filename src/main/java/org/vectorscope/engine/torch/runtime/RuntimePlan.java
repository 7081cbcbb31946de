package org.vectorscope.engine.torch.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What to load, and whether to compute on the GPU with it.
 *
 * @param notice why not what was asked for, one sentence; empty where all is as asked
 */
public record RuntimePlan(TorchLibrary library, boolean cuda, Optional<String> notice) {
    private static final String NONE_FOUND = "no PyTorch " + TorchLibrary.VERSION
            + " for CUDA was found; make one (python -m venv ENV, ENV/bin/pip install" + " torch=="
            + TorchLibrary.VERSION + ") and add its folder in Settings";

    /** The shipped library on the CPU. */
    public static final RuntimePlan CPU = new RuntimePlan(new TorchLibrary.Bundled(), false, Optional.empty());

    /**
     * @param device what was asked for now
     * @param driver asked only where a GPU is wanted
     * @param found PyTorch folders of this machine, looked for only where one is needed
     */
    public static RuntimePlan of(
            RuntimeSettings settings,
            DeviceChoice device,
            Supplier<Driver> driver,
            Supplier<List<FoundRuntime>> found) {
        boolean asked = device == DeviceChoice.CUDA;
        if (device == DeviceChoice.CPU || !asked && settings.library().equals(RuntimeSettings.SHIPPED)) {
            return CPU;
        }
        Optional<String> fault = driver.get().fault();
        if (fault.isPresent()) {
            return asked ? cpu(fault.get()) : CPU;
        }
        if (settings.chosenFolder().isPresent()) {
            FoundRuntime chosen = RuntimeSearch.look(settings.chosenFolder().get());
            return chosen.isUsable()
                    ? onGpu(chosen)
                    : cpu(chosen.given() + ": " + chosen.fault().orElse("holds no PyTorch"));
        }
        Optional<FoundRuntime> first =
                found.get().stream().filter(FoundRuntime::isUsable).findFirst();
        return first.map(RuntimePlan::onGpu).orElseGet(() -> asked ? cpu(NONE_FOUND) : CPU);
    }

    private static RuntimePlan onGpu(FoundRuntime runtime) {
        return new RuntimePlan(new TorchLibrary.Folder(runtime.folder().orElseThrow()), true, Optional.empty());
    }

    /** The CPU instead of the GPU. */
    public static RuntimePlan cpu(String why) {
        return new RuntimePlan(
                new TorchLibrary.Bundled(), false, Optional.of("No GPU: " + why + ". The CPU computes."));
    }
}
