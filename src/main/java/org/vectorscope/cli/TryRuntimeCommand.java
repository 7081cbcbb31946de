package org.vectorscope.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vectorscope.engine.EngineFailure;
import org.vectorscope.engine.torch.TorchRuntime;
import org.vectorscope.engine.torch.runtime.FoundRuntime;
import org.vectorscope.engine.torch.runtime.RuntimeSearch;
import org.vectorscope.engine.torch.runtime.RuntimeTrial;
import org.vectorscope.engine.torch.runtime.TorchLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = RuntimeTrial.COMMAND,
        hidden = true,
        description =
                "Loads a PyTorch folder and computes a little on the GPU: the other side of the program's own trial.")
final class TryRuntimeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        FoundRuntime found = RuntimeSearch.look(folder);
        if (!found.isUsable()) {
            return say(RuntimeTrial.FAULTY + found.fault().orElse("holds no PyTorch"), 2);
        }
        try (TorchRuntime runtime =
                TorchRuntime.start(new TorchLibrary.Folder(found.folder().orElseThrow()))) {
            runtime.tryGpu();
            return say(RuntimeTrial.FINE + found.folder().get().title(), 0);
        } catch (EngineFailure e) {
            return say(RuntimeTrial.FAULTY + e.getMessage(), 1);
        }
    }

    private static int say(String line, int status) {
        System.out.println(line);
        return status;
    }
}
