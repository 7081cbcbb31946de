package org.vectorscope.checkpoint.family;

import java.util.List;
import java.util.stream.Collectors;
import org.vectorscope.file.BadInput;

/** The families that can be read. */
public final class Families {
    private static final List<Family> ALL = List.of(new Llama());

    private Families() {}

    /** @throws BadInput naming the families there are, if {@code name} is not among them */
    public static Family named(String source, String name) {
        return ALL.stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        source, "the model family '" + name + "' is not supported; supported: " + supported()));
    }

    private static String supported() {
        return ALL.stream().map(Family::name).collect(Collectors.joining(", "));
    }
}
