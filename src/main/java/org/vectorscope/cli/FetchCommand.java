package org.vectorscope.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vectorscope.lab.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = "Fetches a model into the data folder: a Hugging Face name, or 'starter'.")
final class FetchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "owner/name, or starter")
    private String name = "";

    @Mixin
    private Output output = new Output();

    private record Fetched(String name, String path) {}

    @Override
    public Integer call() {
        try (Lab lab = Lab.open()) {
            Path path = lab.models().fetch(name, output.monitor());
            if (output.isJson()) {
                output.print(new Fetched(name, path.toString()));
            } else {
                output.line("%s", path);
            }
        }
        return 0;
    }
}
