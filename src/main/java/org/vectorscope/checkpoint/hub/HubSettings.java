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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vectorscope.file.BadInput;

/**
 * How to reach the Hugging Face hub, by the variables its own tools use: {@code HF_ENDPOINT}, {@code HF_TOKEN} or a
 * token file, {@code HF_HUB_OFFLINE}, {@code HF_HUB_CACHE}, {@code HF_HOME}.
 *
 * @param endpoint without a slash at its end
 * @param offline what forbids the network, as the end of a sentence; empty where nothing does
 * @param cache the folder that holds {@code models--owner--name}
 */
public record HubSettings(
        URI endpoint, Optional<String> token, Optional<String> offline, Path cache, Patience patience) {
    /**
     * @param answer how long the first answer to a request may take
     * @param stall how long a file that is coming may pause
     * @param pause before a second attempt; doubled before each further one
     * @param longestWait that the hub may ask for
     * @param attempts without a byte more
     */
    public record Patience(Duration answer, Duration stall, Duration pause, Duration longestWait, int attempts) {}

    private static final Patience USUAL = new Patience(
            Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofMillis(500), Duration.ofMinutes(5), 5);
    private static final String HUB = "https://huggingface.co";
    private static final Set<String> ON = Set.of("1", "on", "yes", "true");
    private static final int LONGEST_TOKEN = 4096;

    public static HubSettings standard() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static HubSettings of(Map<String, String> environment, Path home) {
        Path huggingFace = path(environment, "HF_HOME", home)
                .or(() -> path(environment, "XDG_CACHE_HOME", home).map(cache -> cache.resolve("huggingface")))
                .orElseGet(() -> home.resolve(".cache").resolve("huggingface"));
        Path cache = path(environment, "HF_HUB_CACHE", home)
                .or(() -> path(environment, "HUGGINGFACE_HUB_CACHE", home))
                .orElseGet(() -> huggingFace.resolve("hub"));
        Path tokenFile = path(environment, "HF_TOKEN_PATH", home).orElseGet(() -> huggingFace.resolve("token"));
        return new HubSettings(
                endpoint(text(environment, "HF_ENDPOINT").orElse(HUB)),
                isOn(environment, "HF_HUB_DISABLE_IMPLICIT_TOKEN")
                        ? Optional.empty()
                        : text(environment, "HF_TOKEN")
                                .or(() -> text(environment, "HUGGING_FACE_HUB_TOKEN"))
                                .or(() -> tokenIn(tokenFile))
                                .filter(HubSettings::canBeSent),
                Stream.of("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
                        .filter(name -> isOn(environment, name))
                        .findFirst()
                        .map(name -> "since " + name + " is set"),
                cache,
                USUAL);
    }

    private static boolean isOn(Map<String, String> environment, String name) {
        return text(environment, name)
                .filter(value -> ON.contains(value.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** For one who has another way where this one is closed: each request is made once. */
    HubSettings answeringWithin(Duration shorter) {
        return new HubSettings(
                endpoint,
                token,
                offline,
                cache,
                new Patience(shorter, patience.stall(), patience.pause(), Duration.ZERO, 1));
    }

    HubSettings offline(String why) {
        return new HubSettings(endpoint, token, Optional.of(why), cache, patience);
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

    /** One that no header can hold is as good as none. */
    private static boolean canBeSent(String token) {
        return token.length() <= LONGEST_TOKEN && token.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** {@code ~} is the home folder, for the shell leaves it in quotes. */
    private static Optional<Path> path(Map<String, String> environment, String name, Path home) {
        return text(environment, name)
                .map(text -> text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text));
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        @Nullable String value = environment.get(name);
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
