package org.vectorscope.engine.torch.runtime;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** This program, started once more with other arguments: from its jars, or from the launcher of its package. */
public final class Relaunch {
    private static final String MAIN = "org.vectorscope.Vectorscope";
    /** jpackage's launcher tells its own path. */
    private static final String LAUNCHER = "jpackage.app-path";

    private Relaunch() {}

    public static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        @Nullable String launcher = System.getProperty(LAUNCHER);
        if (launcher != null) {
            command.add(launcher);
        } else {
            command.add(
                    Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(Relaunch::isToBeKept)
                    .forEach(command::add);
            command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), MAIN));
        }
        command.addAll(arguments);
        return command;
    }

    /** A debugger's or profiler's port is taken by this process. */
    private static boolean isToBeKept(String argument) {
        return !argument.startsWith("-agent") && !argument.startsWith("-javaagent");
    }
}
