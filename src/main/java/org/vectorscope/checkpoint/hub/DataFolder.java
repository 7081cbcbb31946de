package org.vectorscope.checkpoint.hub;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import net.harawata.appdirs.AppDirsFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where the program keeps its things: by the platform's convention, or where the system property
 * {@code vectorscope.data} or the environment variable {@code VECTORSCOPE_DATA} says.
 */
public record DataFolder(Path root) {
    public static final String PROPERTY = "vectorscope.data";
    public static final String VARIABLE = "VECTORSCOPE_DATA";

    public static DataFolder standard() {
        return choose(System.getProperty(PROPERTY), System.getenv());
    }

    static DataFolder choose(@Nullable String property, Map<String, String> environment) {
        Optional<String> chosen = Optional.ofNullable(property)
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(environment.get(VARIABLE)).filter(text -> !text.isBlank()));
        return new DataFolder(chosen.map(Path::of)
                .orElseGet(DataFolder::ofPlatform)
                .toAbsolutePath()
                .normalize());
    }

    private static Path ofPlatform() {
        return Path.of(AppDirsFactory.getInstance().getUserDataDir("vectorscope", null, "vectorscope"));
    }

    /** Models that were fetched. */
    public Path models() {
        return root.resolve("models");
    }

    /** Everything that was computed. */
    public Path cache() {
        return root.resolve("cache");
    }

    public Path logs() {
        return root.resolve("logs");
    }
}
