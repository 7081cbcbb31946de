package org.vectorscope.cli;

import org.jspecify.annotations.Nullable;
import org.vectorscope.engine.Precision;
import org.vectorscope.engine.torch.runtime.DeviceChoice;
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

    @Option(
            names = "--dtype",
            defaultValue = "f32",
            paramLabel = "D",
            description = "f32 (default), f16w (16-bit weights), bf16, f16 (GPU), w4 (4-bit weights)")
    private String dtype = "f32";

    @Option(names = "--device", paramLabel = "D", description = "auto, cpu or cuda; by default what Settings say")
    private @Nullable String device;

    /** @throws org.vectorscope.file.BadInput for a precision this version does not have, or an unknown device */
    OpenModel open(Lab lab, Monitor monitor) {
        Precision precision = Precision.of("--dtype", dtype);
        if (device != null) {
            lab.compute().ask(DeviceChoice.parse("--device", device));
        }
        lab.onNotice(notice -> System.err.println("vectorscope: " + notice));
        return lab.models().open(model, precision, monitor);
    }
}
