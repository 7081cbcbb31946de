package org.vectorscope.checkpoint.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vectorscope.Vectorscope;
import org.vectorscope.checkpoint.hub.FetchFailure.Kind;
import org.vectorscope.job.Monitor;

/** Hubs that are busy, have moved things, changed them, or keep them in many files. */
class HubFaultsTest {
    private static final byte[] WEIGHTS = weights(200_000);

    @TempDir
    Path models;

    private LocalHub hub;
    private final List<String> stages = Collections.synchronizedList(new ArrayList<>());
    private final Monitor watching = new Monitor() {
        @Override
        public void progress(String stage, double done, double total) {
            stages.add(stage);
        }

        @Override
        public void check() {}
    };

    @BeforeEach
    void startHub() throws IOException {
        hub = new LocalHub().file("config.json", text("{}"));
    }

    @AfterEach
    void stopHub() {
        hub.close();
    }

    @Test
    void aBusyHubIsGivenTheTimeItAsksFor() throws IOException {
        hub.file("model.safetensors", WEIGHTS);
        hub.listing((exchange, content, request) ->
                busyAtFirst(exchange, request, () -> hub.list(exchange, LocalHub.MODEL)));
        hub.serving((exchange, content, request) ->
                busyAtFirst(exchange, request, () -> LocalHub.whole(exchange, content, request)));
        long begun = System.nanoTime();
        assertThat(fetch("someone/small").resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(2));
        assertThat(stages).contains("The hub asks to wait 1 s");
    }

    private interface Answering {
        void answer() throws IOException;
    }

    private static void busyAtFirst(HttpExchange exchange, int request, Answering then) throws IOException {
        if (request == 1) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            LocalHub.status(exchange, 429, "");
        } else {
            then.answer();
        }
    }

    @ParameterizedTest
    @CsvSource({"Retry-After, 4000, 4000 s", "RateLimit, \"api\";r=0;t=999, 999 s"})
    void aHubThatAsksForTooLongIsNotWaitedFor(String header, String value, String words) {
        hub.listing((exchange, content, request) -> {
            exchange.getResponseHeaders().set(header, value);
            LocalHub.status(exchange, 429, "");
        });
        assertFailure(Kind.BUSY, "someone/small", words);
    }

    @Test
    void aServerFaultPasses() throws IOException {
        hub.file("model.safetensors", WEIGHTS);
        hub.listing((exchange, content, request) -> {
            if (request < 3) {
                LocalHub.status(exchange, 502, "");
            } else {
                hub.list(exchange, LocalHub.MODEL);
            }
        });
        assertThat(fetch("someone/small")).isDirectory();
        assertThat(hub.listed).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aRepositoryThatHasMovedIsFollowedAndTold() throws IOException {
        hub.file("model.safetensors", WEIGHTS);
        hub.listing((exchange, content, request) -> {
            if (exchange.getRequestURI().getPath().endsWith("/once/called")) {
                exchange.getResponseHeaders().set("Location", "/api/models/someone/small?blobs=true");
                exchange.sendResponseHeaders(307, -1);
                exchange.close();
            } else {
                hub.list(exchange, LocalHub.MODEL);
            }
        });
        Path folder = fetch("once/called");
        assertThat(folder.resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(ModelOrigin.of(folder)).get().extracting(ModelOrigin::name).isEqualTo("someone/small");
        assertThat(stages).contains("Fetching someone/small, once once/called");
        assertThat(FetchedModels.find(ModelName.parse("once/called").orElseThrow(), models))
                .contains(folder);
    }

    @Test
    void aListThatIsElsewhereIsNotBelieved() {
        hub.listing((exchange, content, request) -> {
            exchange.getResponseHeaders().set("Location", "http://localhost:" + hub.port() + "/api/models/x/y");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        assertFailure(Kind.UNREACHABLE, "someone/small", "HF_ENDPOINT does not name");
    }

    @Test
    void anotherRevisionIsAskedForByItsName() throws IOException {
        hub.file("model.safetensors", WEIGHTS);
        Path main = fetch("someone/small");
        Path branch = fetch("someone/small@v2.0");
        Path change = fetch("someone/small@refs/pr/3");
        assertThat(main).hasFileName("someone--small");
        assertThat(branch).hasFileName("someone--small@v2.0");
        assertThat(change).hasFileName("someone--small@refs--pr--3");
        assertThat(hub.listed)
                .containsExactly(
                        "/api/models/someone/small?blobs=true",
                        "/api/models/someone/small/revision/v2.0?blobs=true",
                        "/api/models/someone/small/revision/refs%2Fpr%2F3?blobs=true");
        assertThat(models.resolve(".fetching")).isDirectoryNotContaining(Files::isDirectory);
    }

    @ParameterizedTest
    @CsvSource({
        "404, RevisionNotFound, someone/small has no branch",
        "404, EntryNotFound, has no file",
        "401, RepoNotFound, is not on the hub",
        "451, '', may not be shown"
    })
    void whatIsMissingIsNamed(int status, String error, String words) {
        hub.listing((exchange, content, request) -> LocalHub.status(exchange, status, error));
        assertThatThrownBy(() -> fetch("someone/small@gone"))
                .isInstanceOf(FetchFailure.class)
                .hasMessageContaining(words);
    }

    @Test
    void aFileThatIsGoneIsNamed() {
        hub.file("model.safetensors", WEIGHTS);
        hub.serving((exchange, content, request) -> LocalHub.status(exchange, 404, "EntryNotFound"));
        assertThatThrownBy(() -> fetch("someone/small")).hasMessageContaining("has no file");
    }

    @Test
    void onlyTheShardsThatTheIndexNamesAreFetched() throws IOException {
        String index = "{\"weight_map\": {\"a\": \"model-00001-of-00002.safetensors\","
                + " \"b\": \"model-00002-of-00002.safetensors\"}}";
        hub.file("model.safetensors.index.json", text(index))
                .file("model-00001-of-00002.safetensors", weights(10))
                .file("model-00002-of-00002.safetensors", weights(11))
                .file("model-00001-of-00003.safetensors", weights(12))
                .file("pytorch_model-00001-of-00002.bin", weights(13))
                .file("consolidated.safetensors", weights(14));
        try (Stream<Path> files = Files.list(fetch("someone/small"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "config.json",
                            "model.safetensors.index.json",
                            "model-00001-of-00002.safetensors",
                            "model-00002-of-00002.safetensors",
                            "origin.json");
        }
    }

    @Test
    void anIndexThatNamesFilesElsewhereIsRefused() {
        hub.file("model.safetensors.index.json", text("{\"weight_map\": {\"a\": \"../../../etc/x.safetensors\"}}"));
        assertFailure(Kind.UNUSABLE, "someone/small", "no safetensors file");
    }

    @Test
    void filesComeSideBySide() throws IOException {
        CountDownLatch both = new CountDownLatch(2);
        hub.file("model.safetensors", WEIGHTS);
        hub.serving((exchange, content, request) -> {
            both.countDown();
            if (await(both)) {
                LocalHub.whole(exchange, content, request);
            } else {
                LocalHub.status(exchange, 418, "");
            }
        });
        assertThat(fetch("someone/small")).isDirectory();
    }

    @Test
    void aFileThatChangedMeanwhileIsReadFromTheBeginning() throws IOException {
        AtomicInteger version = new AtomicInteger();
        byte[] other = weights(200_001);
        hub.file("model.safetensors", WEIGHTS);
        hub.listing((exchange, content, request) -> LocalHub.whole(
                exchange,
                text("{\"siblings\": [{\"rfilename\": \"config.json\"}, {\"rfilename\": \"model.safetensors\"}]}"),
                request));
        List<String> conditions = Collections.synchronizedList(new ArrayList<>());
        hub.serving((exchange, content, request) -> {
            if (content.length < 100) {
                LocalHub.whole(exchange, content, request);
                return;
            }
            conditions.add(String.valueOf(exchange.getRequestHeaders().getFirst("If-Range")));
            exchange.getResponseHeaders().set("ETag", "\"v" + version.get() + "\"");
            if (version.getAndIncrement() == 0) {
                LocalHub.cut(exchange, content, 70_000, models);
            } else {
                exchange.sendResponseHeaders(200, other.length);
                exchange.getResponseBody().write(other);
                exchange.close();
            }
        });
        // the first answer promises the size of the file as it was; what changed is then damaged, and fetched anew
        assertThat(fetch("someone/small").resolve("model.safetensors")).hasBinaryContent(other);
        assertThat(conditions).startsWith("null", "\"v0\"");
    }

    @Test
    void allPartsOfASplitGgufFileAreFetched() throws IOException {
        hub.file("Q8_0/small-Q8_0-00001-of-00002.gguf", weights(30))
                .file("Q8_0/small-Q8_0-00002-of-00002.gguf", weights(40))
                .file("small-Q4_K_M.gguf", weights(20));
        Path first = fetch("someone/small:Q8_0");
        assertThat(first).hasFileName("small-Q8_0-00001-of-00002.gguf").hasSize(30);
        assertThat(first.resolveSibling("small-Q8_0-00002-of-00002.gguf")).hasSize(40);
        assertThat(fetch("someone/small:q8_0")).isEqualTo(first);
        assertThat(fetch("someone/small/small-Q4_K_M.gguf")).hasSize(20);
        assertThat(hub.listed).hasSize(2);
        assertFailure(Kind.UNUSABLE, "someone/small:Q5_0", "it has Q8_0/small-Q8_0.gguf, small-Q4_K_M.gguf");
    }

    /** As a user would: the program itself, twice at once, and a third time when all is there. */
    @Test
    void twoProcessesThatFetchTheSameModelDoNotDamageEachOther() throws IOException, InterruptedException {
        hub.file("model.safetensors", WEIGHTS);
        hub.serving((exchange, content, request) -> {
            if (content.length > 100 && request == 1) {
                LocalHub.cut(exchange, content, 90_000, models);
            } else {
                LocalHub.whole(exchange, content, request);
            }
        });
        List<Process> both = List.of(program(), program());
        for (Process process : both) {
            assertThat(process.waitFor()).isZero();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(models.resolve("models/someone--small").toString());
        }
        assertThat(models.resolve("models/someone--small/model.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(hub.listed).hasSize(1);
        assertThat(hub.ranges).contains("bytes=90000-");
    }

    private Process program() throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Vectorscope.class.getName(),
                "fetch",
                LocalHub.MODEL);
        program.environment().put("HF_ENDPOINT", "http://127.0.0.1:" + hub.port());
        program.environment().put("HF_HOME", models.resolve("hf").toString());
        program.environment().put("VECTORSCOPE_DATA", models.toString());
        program.environment().remove("HF_HUB_OFFLINE");
        return program.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    @Test
    void aTokenThatNoHeaderCanHoldIsNone() {
        assertThat(HubSettings.of(Map.of("HF_TOKEN", "hf\u00e9\n x"), models).token())
                .isEmpty();
    }

    @Test
    void theTokenStaysWithTheHubWhereverItSendsUs() throws IOException {
        List<String> elsewhere = Collections.synchronizedList(new ArrayList<>());
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            elsewhere.add(exchange.getRequestHeaders().toString());
            LocalHub.whole(exchange, exchange.getRequestURI().getPath().endsWith("json") ? text("{}") : WEIGHTS, 1);
        });
        stranger.start();
        hub.file("model.safetensors", WEIGHTS);
        hub.serving((exchange, content, request) -> {
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            "http://127.0.0.1:" + stranger.getAddress().getPort()
                                    + exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        HubSettings open = hub.settings(models);
        HubSettings secret =
                new HubSettings(open.endpoint(), Optional.of("hf_secret"), Optional.empty(), models, open.patience());
        new HubClient(secret).fetch(ModelName.parse(LocalHub.MODEL).orElseThrow(), models, watching);
        stranger.stop(0);
        assertThat(elsewhere).hasSize(2).noneMatch(headers -> headers.contains("hf_secret"));
    }

    private Path fetch(String name) throws IOException {
        return new HubClient(hub.settings(models)).fetch(ModelName.parse(name).orElseThrow(), models, watching);
    }

    private void assertFailure(Kind kind, String name, String words) {
        assertThatThrownBy(() -> fetch(name))
                .isInstanceOfSatisfying(FetchFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind))
                .hasMessageContaining(words)
                .message()
                .doesNotContain("\n");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] weights(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
