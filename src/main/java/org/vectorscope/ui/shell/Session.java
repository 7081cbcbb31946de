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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vectorscope.contrast.ContrastFiles;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.SavedVector;
import org.vectorscope.lab.VectorLibrary;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.vector.ExtractionMethod;

/**
 * What is in force when the program restarts itself, for the process after this one: {@code session.json} of the data
 * folder, read once. The vector comes back out of the cache.
 *
 * @param model what opens it again; empty without one
 * @param imported the vector out of a file that is in force in place of the pairs' own
 */
public record Session(
        Optional<String> model,
        Optional<ContrastSet> set,
        SortedSet<Integer> dropped,
        TemplateChoice template,
        Optional<String> system,
        OptionalInt readToken,
        ExtractionMethod method,
        Optional<Imported> imported,
        int layer,
        double strength) {
    /** @param name the file's; @param sha256 of its content, which the lab knows it by */
    public record Imported(String name, String sha256) {
        private static Imported of(SavedVector saved) {
            return new Imported(saved.file().orElse(saved.name()), VectorLibrary.sha256(saved));
        }
    }

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
                state.imported().get().map(Imported::of),
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
        imported.ifPresent(
                file -> root.putObject("imported").put("name", file.name()).put("sha256", file.sha256()));
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
                text(root.path("imported"), "sha256")
                        .map(sha256 ->
                                new Imported(root.path("imported").path("name").asText("The vector"), sha256)),
                root.path("layer").asInt(-1),
                root.path("strength").asDouble(1));
    }

    private static Optional<String> text(JsonNode root, String key) {
        return root.path(key).isTextual() ? Optional.of(root.get(key).asText()) : Optional.empty();
    }

    /** Puts everything back. */
    public void resume(ScreenContext context) {
        LabState state = context.state();
        set.ifPresent(context.commands()::use);
        state.dropped().set(dropped);
        state.template().set(template);
        state.system().set(system);
        state.readToken().set(readToken);
        state.method().set(method);
        context.commands().place(layer, strength);
        model.ifPresent(reference -> context.commands()
                .openModel(reference, open -> imported.ifPresent(file -> bringBack(context, open, file))));
    }

    /** The lab keeps its own copy of a vector out of a file, so that the file itself may be gone by now. */
    private static void bringBack(ScreenContext context, OpenModel open, Imported file) {
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Reading " + file.name(),
                        monitor -> new VectorLibrary(context.lab().store()).imported(open, file.sha256()),
                        found -> found.ifPresentOrElse(
                                context.commands()::resume, () -> tell(context, lost(open, file))),
                        failure -> tell(context, failure));
    }

    /** Where the vector is shown, and whatever screen is in front. */
    private static void tell(ScreenContext context, Failure failure) {
        context.commands().vectorFailure().set(Optional.of(failure));
        context.shell().say(failure.sentence());
    }

    private static Failure lost(OpenModel open, Imported file) {
        return new Failure(
                file.name() + ", the vector in force before, is no longer kept for " + open.name()
                        + ": import it again to use it.",
                "");
    }
}
