package org.vectorscope.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vectorscope.checkpoint.hub.ModelName;
import org.vectorscope.checkpoint.hub.ModelOrigin;
import org.vectorscope.lab.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = "Fetches a model into the data folder, unless it is there or in the Hugging Face cache.")
final class FetchCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            description = "owner/name, owner/name@revision, owner/name/file.gguf, owner/name:Q4_K_M, or starter")
    private String name = "";

    @Mixin
    private Output output = new Output();

    /** @param source empty where the model does not say where it is from, as in the Hugging Face cache */
    private record Fetched(String name, String path, String source, String repository, String revision) {}

    private static final ModelOrigin UNKNOWN = new ModelOrigin("", "", "", "");

    @Override
    public Integer call() {
        try (Lab lab = Lab.open()) {
            Path path = lab.models().fetch(name, output.monitor());
            ModelOrigin origin = ModelOrigin.of(path).orElse(UNKNOWN);
            ModelName.parse(name)
                    .map(ModelName::repository)
                    .filter(asked -> origin.name().contains("/") && !asked.equals(origin.name()))
                    .ifPresent(asked -> output.warn(asked + " is called " + origin.name() + " now"));
            if (output.isJson()) {
                output.print(new Fetched(name, path.toString(), origin.source(), origin.name(), origin.revision()));
            } else {
                output.line("%s", path);
            }
        }
        return 0;
    }
}
