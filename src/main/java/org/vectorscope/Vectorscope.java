package org.vectorscope;

import org.vectorscope.cli.CommandLine;

/** Starts the program: without arguments the window, with arguments a command. */
public final class Vectorscope {
    private Vectorscope() {}

    public static void main(String[] arguments) {
        System.exit(CommandLine.run(arguments));
    }
}
