package org.vectorscope.cli;

import java.util.Locale;
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

    @Option(names = "--device", defaultValue = "auto", paramLabel = "D", description = "auto or cpu")
    private String device = "auto";

    /** @throws BadInput for a precision or device this version does not have */
    OpenModel open(Lab lab, Monitor monitor) {
        if (!dtype.equals("f32")) {
            throw new BadInput("--dtype", "'" + dtype + "' is not available; this version computes in f32");
        }
        switch (device.toLowerCase(Locale.ROOT)) {
            case "auto", "cpu" -> {}
            case "cuda" -> throw new BadInput("--device", "this version computes on the CPU only");
            default -> throw new BadInput("--device", "'" + device + "' is not a device; known are auto and cpu");
        }
        lab.notices().forEach(notice -> System.err.println("vectorscope: " + notice));
        return lab.models().open(model, monitor);
    }
}
