package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;

/** Loads checkpoints into libtorch. */
public final class TorchModels {
    private static final List<Family> FAMILIES = List.of(new LlamaFamily());

    private final TorchRuntime runtime;

    public TorchModels(TorchRuntime runtime) {
        this.runtime = runtime;
    }

    /** Whether there is a program for this model. */
    public static boolean runs(ModelConfig config) {
        return FAMILIES.stream().anyMatch(f -> f.knows(config));
    }

    /**
     * The model reads its weights from the checkpoint's memory as long as it lives: close the model first, then the
     * checkpoint.
     *
     * @throws BadInput if there is no program for its family, or a tensor is missing or misshapen
     */
    public LanguageModel load(Checkpoint checkpoint, Monitor monitor) {
        ModelConfig config = checkpoint.config();
        Family family = FAMILIES.stream()
                .filter(f -> f.knows(config))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        checkpoint.path(),
                        "is of the family " + config.family() + " (" + config.activation()
                                + "), which does not run here yet"));
        return runtime.call(() -> load(checkpoint, family, monitor));
    }

    private LanguageModel load(Checkpoint checkpoint, Family family, Monitor monitor) {
        NDManager manager = runtime.newManager();
        boolean loaded = false;
        try {
            Network network = Network.load(checkpoint, family, manager, monitor);
            Program lab = new Program(manager, "Lab", "lab");
            TorchModel model = new TorchModel(runtime, network, lab, checkpoint.fingerprint());
            loaded = true;
            return model;
        } finally {
            if (!loaded) {
                manager.close();
            }
        }
    }
}
