package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vectorscope.file.BadInput;

/**
 * How to reach the Hugging Face hub, by the variables its own tools use: {@code HF_ENDPOINT}, {@code HF_TOKEN} or a
 * token file, {@code HF_HUB_OFFLINE}, {@code HF_HUB_CACHE}, {@code HF_HOME}.
 *
 * @param endpoint without a slash at its end
 * @param cache the folder that holds {@code models--owner--name}
 * @param answer how long the first answer to a request may take
 * @param stall how long a file that is coming may pause
 */
public record HubSettings(
        URI endpoint, Optional<String> token, boolean offline, Path cache, Duration answer, Duration stall) {
    private static final String HUB = "https://huggingface.co";
    private static final Set<String> ON = Set.of("1", "on", "yes", "true");
    private static final int LONGEST_TOKEN = 4096;

    public static HubSettings standard() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static HubSettings of(Map<String, String> environment, Path home) {
        Path huggingFace = path(environment, "HF_HOME")
                .or(() -> path(environment, "XDG_CACHE_HOME").map(cache -> cache.resolve("huggingface")))
                .orElseGet(() -> home.resolve(".cache").resolve("huggingface"));
        Path cache = path(environment, "HF_HUB_CACHE")
                .or(() -> path(environment, "HUGGINGFACE_HUB_CACHE"))
                .orElseGet(() -> huggingFace.resolve("hub"));
        Path tokenFile = path(environment, "HF_TOKEN_PATH").orElseGet(() -> huggingFace.resolve("token"));
        return new HubSettings(
                endpoint(text(environment, "HF_ENDPOINT").orElse(HUB)),
                text(environment, "HF_TOKEN").or(() -> tokenIn(tokenFile)),
                text(environment, "HF_HUB_OFFLINE")
                        .filter(value -> ON.contains(value.toLowerCase(Locale.ROOT)))
                        .isPresent(),
                cache,
                Duration.ofSeconds(20),
                Duration.ofSeconds(30));
    }

    HubSettings answeringWithin(Duration shorter) {
        return new HubSettings(endpoint, token, offline, cache, shorter, stall);
    }

    private static URI endpoint(String text) {
        String trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        try {
            URI uri = URI.create(trimmed);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress(text);
        }
        throw notAnAddress(text);
    }

    private static BadInput notAnAddress(String text) {
        return new BadInput("HF_ENDPOINT", "'" + text + "' is not the address of a hub");
    }

    /** A token that cannot be read is none: the hub then says what it lacks. */
    private static Optional<String> tokenIn(Path file) {
        try {
            boolean small = Files.isRegularFile(file) && Files.size(file) <= LONGEST_TOKEN;
            return small
                    ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path(Map<String, String> environment, String name) {
        return text(environment, name).map(Path::of);
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        @Nullable String value = environment.get(name);
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
