package org.vectorscope.ui.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.application.Platform;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vectorscope.contrast.ContrastFiles;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.vector.ExtractionMethod;

/**
 * What is in force when the program restarts itself, for the process after this one: {@code session.json} of the data
 * folder, read once. The vector comes back out of the cache.
 *
 * @param model what opens it again; empty without one
 */
public record Session(
        Optional<String> model,
        Optional<ContrastSet> set,
        SortedSet<Integer> dropped,
        TemplateChoice template,
        Optional<String> system,
        OptionalInt readToken,
        ExtractionMethod method,
        int layer,
        double strength) {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final String FILE = "session.json";
    private static final long LARGEST = 2 * ContrastFiles.LARGEST_FILE;

    public static Session of(LabState state) {
        return new Session(
                state.model().get().map(OpenModel::reference),
                state.set().get(),
                state.dropped().get(),
                state.template().get(),
                state.system().get(),
                state.readToken().get(),
                state.method().get(),
                state.layer().get(),
                state.strength().get());
    }

    /** @param folder the data folder */
    public void write(Path folder) {
        ObjectNode root = Json.mapper().createObjectNode();
        model.ifPresent(reference -> root.put("model", reference));
        set.ifPresent(all -> root.put("set", ContrastFiles.text(all, ContrastFiles.Format.JSON)));
        dropped.forEach(root.putArray("dropped")::add);
        root.put("template", template.name());
        system.ifPresent(text -> root.put("system", text));
        readToken.ifPresent(token -> root.put("readToken", token));
        root.put("method", method.word());
        root.put("layer", layer);
        root.put("strength", strength);
        try {
            AtomicFile.write(folder.resolve(FILE), Json.pretty(root));
        } catch (IOException e) {
            LOG.warn("What is open could not be kept in {}", folder, e);
        }
    }

    /** What the process before left, which is forgotten with this; a file that cannot be read is as good as none. */
    public static Optional<Session> take(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = Json.read(file, LARGEST);
            Files.delete(file);
            return Optional.of(of(file, root));
        } catch (IOException | BadInput e) {
            LOG.warn("{} cannot be read; the window starts as usual", file, e);
            return Optional.empty();
        }
    }

    private static Session of(Path file, JsonNode root) {
        SortedSet<Integer> dropped = new TreeSet<>();
        root.path("dropped").forEach(index -> dropped.add(index.asInt()));
        String template = root.path("template").asText();
        return new Session(
                text(root, "model"),
                text(root, "set")
                        .map(own -> ContrastFiles.parse(file.toString(), own.getBytes(StandardCharsets.UTF_8))),
                dropped,
                java.util.Arrays.stream(TemplateChoice.values())
                        .filter(choice -> choice.name().equals(template))
                        .findFirst()
                        .orElse(TemplateChoice.AUTO),
                text(root, "system"),
                root.has("readToken") ? OptionalInt.of(root.get("readToken").asInt()) : OptionalInt.empty(),
                ExtractionMethod.parse(file.toString(), root.path("method").asText(ExtractionMethod.MEAN.word())),
                root.path("layer").asInt(-1),
                root.path("strength").asDouble(1));
    }

    private static Optional<String> text(JsonNode root, String key) {
        return root.path(key).isTextual() ? Optional.of(root.get(key).asText()) : Optional.empty();
    }

    /** Puts everything back. The first vector that comes sets layer and strength to what it recommends: not this one. */
    public void resume(ScreenContext context) {
        LabState state = context.state();
        set.ifPresent(context.commands()::use);
        state.dropped().set(dropped);
        state.template().set(template);
        state.system().set(system);
        state.readToken().set(readToken);
        state.method().set(method);
        restore(state);
        Subscription[] first = new Subscription[1];
        first[0] = state.vector().subscribe((was, is) -> {
            if (is.isPresent()) {
                first[0].unsubscribe();
                Platform.runLater(() -> restore(state));
            }
        });
        model.ifPresent(context.commands()::openModel);
    }

    private void restore(LabState state) {
        state.layer().set(layer);
        state.strength().set(strength);
    }
}
