package org.vectorscope.ui.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.file.Json;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Run;

/** Runs as one JSON file: recipe and result of each. */
final class RunExport {
    private RunExport() {}

    static String name(List<Run> runs) {
        return runs.size() == 1
                ? "run-" + runs.getFirst().label() + ".json"
                : "runs-" + runs.getFirst().label() + "-" + runs.getLast().label() + ".json";
    }

    static void write(List<Entry> entries, Path file) throws IOException {
        ObjectNode document = Json.mapper().createObjectNode().put("format", "vectorscope.runs.1");
        ArrayNode runs = document.putArray("runs");
        for (Entry entry : entries) {
            Run run = entry.run();
            ObjectNode node = runs.addObject()
                    .put("run", run.label())
                    .put("key", run.key())
                    .put("kind", run.kind().word())
                    .put("title", run.title())
                    .put("created", run.created().toString())
                    .put("seconds", run.took().toMillis() / 1000.0)
                    .put("command", RunRecipes.command(run));
            node.set("recipe", run.recipe());
            node.set("result", entry.result());
        }
        AtomicFile.write(file, Json.pretty(document) + "\n");
    }
}
