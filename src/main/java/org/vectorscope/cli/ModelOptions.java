package org.vectorscope.cli;

import org.jspecify.annotations.Nullable;
import org.vectorscope.engine.torch.runtime.DeviceChoice;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import picocli.CommandLine.Option;

/** The options of every command that loads a model. */
final class ModelOptions {
    @Option(
            names = "--model",
            defaultValue = "starter",
            paramLabel = "M",
            description = "a folder, a .gguf file, a Hugging Face name, or 'starter' (default)")
    private String model = "starter";

    @Option(names = "--dtype", defaultValue = "f32", paramLabel = "D", description = "f32 (the only one so far)")
    private String dtype = "f32";

    @Option(names = "--device", paramLabel = "D", description = "auto, cpu or cuda; by default what Settings say")
    private @Nullable String device;

    /** @throws BadInput for a precision this version does not have, or an unknown device */
    OpenModel open(Lab lab, Monitor monitor) {
        if (!dtype.equals("f32")) {
            throw new BadInput("--dtype", "'" + dtype + "' is not available; this version computes in f32");
        }
        if (device != null) {
            lab.compute().ask(DeviceChoice.parse("--device", device));
        }
        lab.onNotice(notice -> System.err.println("vectorscope: " + notice));
        return lab.models().open(model, monitor);
    }
}
