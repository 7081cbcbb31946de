package org.vectorscope.engine.torch.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/**
 * What was chosen to compute with; {@code runtime.json} of the data folder. A file that cannot be read is as good as none.
 *
 * @param library {@link #FOUND}, {@link #SHIPPED}, or the path of a PyTorch folder
 * @param added folders that were added by hand
 * @param tried folders that loaded and computed, by path, with the stamp they had then
 * @param halfSpeeds how many times as fast a processor with a library was found to be with 16-bit weights as with float32
 */
public record RuntimeSettings(
        DeviceChoice device,
        String library,
        List<String> added,
        Map<String, String> tried,
        Map<String, Double> halfSpeeds) {
    public static final String FOUND = "found";
    public static final String SHIPPED = "shipped";
    public static final RuntimeSettings FIRST =
            new RuntimeSettings(DeviceChoice.AUTO, FOUND, List.of(), Map.of(), Map.of());

    private static final Logger LOG = LoggerFactory.getLogger(RuntimeSettings.class);
    private static final String FILE = "runtime.json";
    private static final long LARGEST = 1 << 20;

    public RuntimeSettings {
        added = List.copyOf(added);
        tried = Map.copyOf(tried);
        halfSpeeds = Map.copyOf(halfSpeeds);
    }

    /** @param folder the data folder */
    public static RuntimeSettings read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return FIRST;
        }
        try {
            JsonNode root = Json.read(file, LARGEST);
            return of(file, root);
        } catch (IOException | BadInput e) {
            LOG.warn("{} cannot be read; the runtime is chosen as at the first start", file, e);
            return FIRST;
        }
    }

    private static RuntimeSettings of(Path file, JsonNode root) {
        List<String> added = new ArrayList<>();
        root.path("added").forEach(path -> added.add(pathOf(file, path.asText())));
        Map<String, String> tried = new TreeMap<>();
        root.path("tried")
                .properties()
                .forEach(entry -> tried.put(entry.getKey(), entry.getValue().asText()));
        Map<String, Double> halfSpeeds = new TreeMap<>();
        root.path("halfSpeeds")
                .properties()
                .forEach(
                        entry -> halfSpeeds.put(entry.getKey(), entry.getValue().asDouble()));
        String library = root.path("library").asText(FOUND);
        boolean named = library.equals(FOUND) || library.equals(SHIPPED);
        return new RuntimeSettings(
                DeviceChoice.parse(file.toString(), root.path("device").asText("auto")),
                named ? library : pathOf(file, library),
                added,
                tried,
                halfSpeeds);
    }

    private static String pathOf(Path file, String text) {
        try {
            return Path.of(text).toString();
        } catch (InvalidPathException e) {
            throw new BadInput(file, "'" + text + "' is no path on this system");
        }
    }

    public void write(Path folder) throws IOException {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("device", device.word());
        root.put("library", library);
        added.forEach(root.putArray("added")::add);
        new TreeMap<>(tried).forEach(root.putObject("tried")::put);
        new TreeMap<>(halfSpeeds).forEach(root.putObject("halfSpeeds")::put);
        AtomicFile.write(folder.resolve(FILE), Json.pretty(root) + "\n");
    }

    public RuntimeSettings withDevice(DeviceChoice choice) {
        return new RuntimeSettings(choice, library, added, tried, halfSpeeds);
    }

    public RuntimeSettings withLibrary(String choice) {
        return new RuntimeSettings(device, choice, added, tried, halfSpeeds);
    }

    public RuntimeSettings withAdded(Path folder) {
        if (added.contains(folder.toString())) {
            return this;
        }
        List<String> more = new ArrayList<>(added);
        more.add(folder.toString());
        return new RuntimeSettings(device, library, more, tried, halfSpeeds);
    }

    public RuntimeSettings withTried(PytorchFolder folder) {
        Map<String, String> more = new TreeMap<>(tried);
        more.put(folder.root().toString(), folder.stamp());
        return new RuntimeSettings(device, library, added, more, halfSpeeds);
    }

    /** @param what the processor and the library */
    public RuntimeSettings withHalfSpeed(String what, double halfSpeed) {
        Map<String, Double> more = new TreeMap<>(halfSpeeds);
        more.put(what, halfSpeed);
        return new RuntimeSettings(device, library, added, tried, more);
    }

    /** Whether this very library is known to load. */
    public boolean hasTried(PytorchFolder folder) {
        return folder.stamp().equals(tried.get(folder.root().toString()));
    }

    /** The chosen folder, where one was chosen by name. */
    public Optional<Path> chosenFolder() {
        return library.equals(FOUND) || library.equals(SHIPPED) ? Optional.empty() : Optional.of(Path.of(library));
    }
}
