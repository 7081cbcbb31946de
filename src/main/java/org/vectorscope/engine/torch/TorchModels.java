package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDManager;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.Precision;
import org.vectorscope.job.Monitor;

/** Loads checkpoints into libtorch. */
public final class TorchModels {
    private final TorchRuntime runtime;

    public TorchModels(TorchRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * The model reads its weights from the checkpoint's memory as long as it lives: close the model first, then the
     * checkpoint.
     *
     * @throws org.vectorscope.file.BadInput if a tensor is missing or misshapen
     */
    public LanguageModel load(Checkpoint checkpoint, Monitor monitor) {
        return load(checkpoint, Precision.F32, monitor);
    }

    /** As {@link #load(Checkpoint, Monitor)}, computing in another precision. */
    public LanguageModel load(Checkpoint checkpoint, Precision precision, Monitor monitor) {
        return runtime.call(() -> read(checkpoint, precision, monitor));
    }

    private LanguageModel read(Checkpoint checkpoint, Precision precision, Monitor monitor) {
        NDManager manager = runtime.newManager();
        boolean loaded = false;
        try {
            Network network = Network.load(checkpoint, new LinearTrial(manager).best(precision), manager, monitor);
            Program lab = new Program(manager, "Lab", "lab");
            TorchModel model = new TorchModel(runtime, network, lab, checkpoint.fingerprint(), precision);
            loaded = true;
            return model;
        } finally {
            if (!loaded) {
                manager.close();
            }
        }
    }
}
