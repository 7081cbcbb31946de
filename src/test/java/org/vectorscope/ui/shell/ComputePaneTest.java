package org.vectorscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.engine.torch.runtime.RuntimeSettings;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.vector.ExtractionMethod;

class ComputePaneTest {
    @TempDir
    Path folder;

    private Lab lab;
    private Snapshots window;

    @BeforeEach
    void openWindow() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("old/lib"));
        Files.writeString(lib.resolve(System.mapLibraryName("torch")), "not a library");
        Files.writeString(folder.resolve("old/version.py"), "__version__ = '2.6.0+cu124'\ncuda = '12.4'\n");
        lab = Lab.open(new DataFolder(folder.resolve("data")));
        window = Snapshots.open(lab, 1280, 860);
        Snapshots.onFx(() -> window.window().settings());
    }

    @AfterEach
    void closeWindow() {
        window.close();
        lab.close();
    }

    /** To be called on the JavaFX thread. */
    private ComputePane pane() {
        return (ComputePane) window.window().lookup(".compute");
    }

    private List<String> texts() {
        return Snapshots.onFx(() -> pane().lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList());
    }

    private void await(String text) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (texts().stream().noneMatch(t -> t.contains(text)) && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(texts()).anySatisfy(t -> assertThat(t).contains(text));
    }

    @Test
    void aFolderOfAnotherVersionIsListedWithItsReasonAndCannotBeChosen() throws InterruptedException {
        await("libtorch 2.7.1 for the CPU");
        Snapshots.onFx(() -> pane().add(folder.resolve("old")));
        await("is PyTorch 2.6.0+cu124; only 2.7.1 fits");

        RadioButton old = Snapshots.onFx(() -> pane().lookupAll(".radio-button").stream()
                .map(RadioButton.class::cast)
                .filter(button -> button.getText().equals("PyTorch 2.6.0 · CPU"))
                .findFirst()
                .orElseThrow());
        assertThat(old.isDisabled()).isTrue();
        assertThat(RuntimeSettings.read(folder.resolve("data")).added()).hasSize(1);
        window.writeBoth(Path.of("target", "screens"), "settings-compute");
    }

    @Test
    void theShippedRuntimeIsRememberedWhenItIsChosen() throws InterruptedException {
        await("libtorch 2.7.1 for the CPU");
        Snapshots.onFx(() -> ((RadioButton) pane().lookupAll(".radio-button").toArray()[1]).fire());
        await("Takes effect with the next model.");

        assertThat(RuntimeSettings.read(folder.resolve("data")).library()).isEqualTo(RuntimeSettings.SHIPPED);
    }

    @Test
    void aRestartKeepsWhatIsInForce() {
        Session left = new Session(
                Optional.of("starter"),
                SampleSets.find("sentiment"),
                new TreeSet<>(List.of(2, 5)),
                TemplateChoice.AUTO,
                Optional.of("Be brief."),
                OptionalInt.of(-2),
                ExtractionMethod.MEAN,
                Optional.of(new Session.Imported("cheer.npy", "0".repeat(64))),
                7,
                1.25);
        left.write(folder);

        Session read = Session.take(folder).orElseThrow();
        assertThat(read).isEqualTo(left);
        assertThat(Session.take(folder)).isEmpty();
        new Session(
                        Optional.empty(),
                        read.set(),
                        read.dropped(),
                        read.template(),
                        read.system(),
                        read.readToken(),
                        read.method(),
                        Optional.empty(),
                        7,
                        1.25)
                .write(folder);
        LabState state = window.window().context().state();
        Snapshots.onFx(
                () -> Session.take(folder).orElseThrow().resume(window.window().context()));

        assertThat(Snapshots.onFx(() -> Session.of(state)))
                .isEqualTo(new Session(
                        Optional.empty(),
                        left.set(),
                        left.dropped(),
                        left.template(),
                        left.system(),
                        left.readToken(),
                        left.method(),
                        Optional.empty(),
                        7,
                        1.25));
    }

    @Test
    void aDamagedSessionStartsTheWindowAsUsual() throws IOException {
        for (String content : List.of("", "{", "[]", "{\"set\": \"no set\"}", "{\"method\": \"guess\"}")) {
            Files.writeString(folder.resolve("session.json"), content);
            assertThat(Session.take(folder).filter(session -> session.set().isPresent()))
                    .isEmpty();
        }
    }
}
