package org.vectorscope.engine.torch.runtime;

import java.util.Arrays;
import java.util.Locale;
import org.vectorscope.file.BadInput;

/** Where to compute, as the person chooses it. */
public enum DeviceChoice {
    /** The GPU where there is one that works, else the CPU. */
    AUTO("auto", "Automatic"),
    CPU("cpu", "CPU"),
    CUDA("cuda", "CUDA");

    private final String word;
    private final String title;

    DeviceChoice(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** On the command line and in files. */
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    /** @throws BadInput if there is no such device */
    public static DeviceChoice parse(String source, String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadInput(source, "'" + word + "' is not a device; known are auto, cpu, cuda"));
    }
}
