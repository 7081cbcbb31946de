package org.vectorscope.checkpoint.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vectorscope.checkpoint.hub.FetchFailure.Kind;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;

class HubClientTest {
    private static final byte[] WEIGHTS = weights(300_000);

    @TempDir
    Path models;

    private LocalHub hub;

    @BeforeEach
    void startHub() throws IOException {
        hub = new LocalHub()
                .file("config.json", "{}".getBytes(StandardCharsets.UTF_8))
                .file("model.safetensors", WEIGHTS);
    }

    @AfterEach
    void stopHub() {
        hub.close();
    }

    @Test
    void bringsWhatIsNeededAndSaysWhereItIsFrom() throws IOException {
        hub.file("README.md", new byte[9])
                .file("pytorch_model.bin", new byte[9])
                .file("tokenizer.json", new byte[9]);
        Path folder = fetch();
        assertThat(names(folder))
                .containsExactly("README.md", "config.json", "model.safetensors", "origin.json", "tokenizer.json");
        assertThat(folder.resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(ModelOrigin.of(folder)).get().satisfies(origin -> {
            assertThat(origin.source()).isEqualTo("Hugging Face");
            assertThat(origin.licence()).isEqualTo("apache-2.0");
        });
    }

    @Test
    void goesOnWhereTheLineWasCut() throws IOException {
        hub.serving((exchange, content, request) -> {
            if (content.length > 100 && request < 4) {
                LocalHub.cut(exchange, content, 70_000, models);
            } else {
                LocalHub.whole(exchange, content, request);
            }
        });
        assertThat(fetch().resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(hub.ranges).contains("bytes=70000-", "bytes=140000-");
    }

    @Test
    void goesOnAfterThisProgramWasEnded() throws IOException {
        AtomicInteger seen = new AtomicInteger();
        Monitor impatient = new Monitor() {
            @Override
            public void progress(String stage, double done, double total) {
                seen.set((int) done);
            }

            @Override
            public void check() {
                if (seen.get() > 50_000) {
                    throw new Cancelled();
                }
            }
        };
        hub.serving((exchange, content, request) -> {
            if (content.length > 100 && request == 1) {
                LocalHub.cut(exchange, content, 60_000, models);
            } else {
                LocalHub.whole(exchange, content, request);
            }
        });
        assertThatThrownBy(() -> client().fetch(name(), models, impatient)).isInstanceOf(Cancelled.class);
        assertThat(models.resolve("someone--small")).doesNotExist();
        hub.ranges.clear();
        assertThat(fetch().resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(hub.ranges).anyMatch(range -> range.startsWith("bytes="));
    }

    @Test
    void aServerThatKnowsNoRangesIsReadFromTheBeginning() throws IOException {
        hub.serving((exchange, content, request) -> {
            if (content.length > 100 && request == 1) {
                LocalHub.cut(exchange, content, 70_000, models);
            } else {
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
                exchange.close();
            }
        });
        assertThat(fetch().resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
    }

    @Test
    void aStallIsACut() throws IOException {
        CountDownLatch ever = new CountDownLatch(1);
        hub.serving((exchange, content, request) -> {
            if (content.length > 100 && request == 1) {
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content, 0, 70_000);
                exchange.getResponseBody().flush();
                await(ever);
            } else {
                LocalHub.whole(exchange, content, request);
            }
        });
        assertThat(fetch().resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(hub.ranges).contains("bytes=70000-");
        ever.countDown();
    }

    @Test
    void aHubThatNeverAnswersIsGivenUp() {
        CountDownLatch ever = new CountDownLatch(1);
        hub.listing((exchange, content, request) -> await(ever));
        assertThatThrownBy(this::fetch).isInstanceOf(FetchFailure.class).hasMessageContaining("no answer within");
        ever.countDown();
    }

    @Test
    void aLineThatIsAlwaysCutAtOnceIsGivenUp() {
        hub.serving((exchange, content, request) -> LocalHub.cut(exchange, content, 0, models));
        assertFailure(Kind.UNREACHABLE, this::fetch);
        assertThat(models.resolve("someone--small")).doesNotExist();
    }

    @Test
    void aWrongChecksumIsNotBelieved() {
        hub.promising("model.safetensors", "0".repeat(64));
        assertFailure(Kind.DAMAGED, this::fetch);
        assertThat(models.resolve("someone--small")).doesNotExist();
    }

    @Test
    void tooManyBytesAreNotBelieved() {
        hub.serving((exchange, content, request) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content);
            exchange.getResponseBody().write(new byte[50]);
            exchange.close();
        });
        assertFailure(Kind.DAMAGED, this::fetch);
    }

    @Test
    void damageThatDoesNotLastIsMendedByFetchingAgain() throws IOException {
        hub.serving((exchange, content, request) -> {
            byte[] sent = content.clone();
            sent[0] ^= (byte) (content.length > 100 && request == 1 ? 1 : 0);
            LocalHub.whole(exchange, sent, request);
        });
        assertThat(fetch().resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
    }

    @ParameterizedTest
    @CsvSource({
        "401, '', NOT_FOUND, not on the hub",
        "401, GatedRepo, GATED, accept its terms",
        "403, '', GATED, accept its terms",
        "404, RepoNotFound, NOT_FOUND, not on the hub",
        "429, '', BUSY, too many requests",
        "503, '', UNREACHABLE, error (503)"
    })
    void eachRefusalHasItsSentence(int status, String error, Kind kind, String words) {
        hub.listing((exchange, content, request) -> LocalHub.status(exchange, status, error));
        assertThatThrownBy(this::fetch).hasMessageContaining(words);
        assertFailure(kind, this::fetch);
    }

    @Test
    void somethingElseThanAHubIsSaid() {
        hub.listing((exchange, content, request) ->
                LocalHub.whole(exchange, "<html>Please log in".getBytes(StandardCharsets.UTF_8), request));
        assertThatThrownBy(this::fetch).hasMessageContaining("is not the hub");
    }

    @Test
    void theTokenIsNotSentElsewhere() throws IOException {
        hub.serving((exchange, content, request) -> {
            if (exchange.getRequestURI().getPath().startsWith("/cdn/")) {
                LocalHub.whole(exchange, content, request);
            } else {
                String file = exchange.getRequestURI().getPath().replaceAll(".*/", "");
                exchange.getResponseHeaders().set("Location", "http://localhost:" + hub.port() + "/cdn/" + file);
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
            }
        });
        HubSettings settings = hub.settings(models);
        HubSettings secret = new HubSettings(
                settings.endpoint(), Optional.of("hf_secret"), Optional.empty(), models, settings.patience());
        new HubClient(secret).fetch(name(), models, Monitor.NONE);
        assertThat(hub.authorizations)
                .containsExactlyInAnyOrder("Bearer hf_secret", "null", "Bearer hf_secret", "null");
    }

    @Test
    void nothingIsFetchedOffline() {
        HubSettings offline = hub.settings(models).offline("since it is so");
        assertFailure(Kind.OFFLINE, () -> new HubClient(offline).fetch(name(), models, Monitor.NONE));
        assertThat(hub.listed).isEmpty();
    }

    @Test
    void cancelActsWithinASecondWhileTheHubIsSilent() {
        CountDownLatch ever = new CountDownLatch(1);
        hub.listing((exchange, content, request) -> await(ever));
        long begun = System.nanoTime();
        Monitor impatient = new Monitor() {
            @Override
            public void progress(String stage, double done, double total) {}

            @Override
            public void check() {
                if (System.nanoTime() - begun > 200_000_000L) {
                    throw new Cancelled();
                }
            }
        };
        assertThatThrownBy(() -> client().fetch(name(), models, impatient)).isInstanceOf(Cancelled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        ever.countDown();
    }

    @Test
    void twoWhoFetchTheSameModelGetOneCopy() {
        hub.serving((exchange, content, request) -> {
            sleep(100);
            LocalHub.whole(exchange, content, request);
        });
        List<CompletableFuture<Path>> both = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(this::fetchUnchecked))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsOnly(models.resolve("someone--small"));
        assertThat(hub.ranges).hasSize(2);
    }

    @Test
    void aGgufFileIsFetchedByItsNameOrItsQuantisation() throws IOException {
        hub.file("small.Q4_K_M.gguf", new byte[30]).file("small.Q8_0.gguf", new byte[40]);
        Path named =
                client().fetch(ModelName.parse("someone/small/small.Q8_0.gguf").orElseThrow(), models, Monitor.NONE);
        Path asked = client().fetch(ModelName.parse("someone/small:q4_k_m").orElseThrow(), models, Monitor.NONE);
        assertThat(named).hasFileName("small.Q8_0.gguf").hasSize(40);
        assertThat(asked).hasFileName("small.Q4_K_M.gguf").hasSize(30);
        assertThat(ModelOrigin.of(asked)).isPresent();
    }

    @Test
    void pickledWeightsAreNotFetched() throws IOException {
        hub.close();
        hub = new LocalHub().file("config.json", new byte[2]).file("pytorch_model.bin", new byte[2]);
        assertThatThrownBy(this::fetch).hasMessageContaining("pickled");
    }

    private Path fetch() throws IOException {
        return client().fetch(name(), models, Monitor.NONE);
    }

    private Path fetchUnchecked() {
        try {
            return fetch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HubClient client() {
        return new HubClient(hub.settings(models));
    }

    private static ModelName name() {
        return ModelName.parse(LocalHub.MODEL).orElseThrow();
    }

    private static void assertFailure(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FetchFailure.class, failure -> assertThat(failure.kind())
                .isEqualTo(kind));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] weights(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
