package org.vectorscope.figure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All that decided a figure.
 *
 * @param facts name and value, in order
 * @param command the command line that makes its numbers again; may be empty
 */
public record Recipe(List<Fact> facts, String command) {
    public static final Recipe NONE = new Recipe(List.of(), "");

    public record Fact(String name, String value) {}

    /** One fact a line, the command last. */
    public String text() {
        String lines = facts.stream().map(f -> f.name() + ": " + f.value()).collect(Collectors.joining("\n"));
        return command.isEmpty() ? lines : (lines + "\nCommand: " + command).strip();
    }
}
