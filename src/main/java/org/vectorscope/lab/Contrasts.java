package org.vectorscope.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.vectorscope.contrast.ContrastFiles;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.SampleSets;

/** Contrast sets that come with the program, and those in files. */
public final class Contrasts {
    Contrasts() {}

    public List<ContrastSet> samples() {
        return SampleSets.all();
    }

    public ContrastSet read(Path file) {
        try {
            return ContrastFiles.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
