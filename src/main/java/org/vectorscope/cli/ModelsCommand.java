package org.vectorscope.cli;

import java.util.concurrent.Callable;
import org.vectorscope.checkpoint.hub.ModelEntry;
import org.vectorscope.lab.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists the models on disk: the lab's folder, the Hugging Face cache, folders added by hand.")
final class ModelsCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (Lab lab = Lab.open()) {
            var entries = lab.models().list();
            if (output.isJson()) {
                output.print(entries);
                return 0;
            }
            if (entries.isEmpty()) {
                output.line("no models on disk yet; 'vectorscope fetch starter' gets one");
            }
            for (ModelEntry entry : entries) {
                output.line("%s", entry);
            }
        }
        return 0;
    }
}
