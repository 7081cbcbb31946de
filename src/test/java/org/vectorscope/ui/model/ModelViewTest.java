package org.vectorscope.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vectorscope.ui.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.common.ScreenId;

/** The Model screen in a real window without a display. */
class ModelViewTest {
    private static final Pattern INTERVAL = Pattern.compile("\\d \\[\\d[\\d.]*, \\d[\\d.]*]");

    @TempDir
    Path folder;

    private Lab lab;
    private Snapshots window;

    @BeforeEach
    void openWindow() {
        lab = Lab.open(new DataFolder(folder.resolve("data")));
        window = Snapshots.open(lab, 1280, 800);
        Snapshots.onFx(() -> window.window().goTo(ScreenId.MODEL));
    }

    @AfterEach
    void closeWindow() {
        window.close();
        lab.close();
    }

    @Test
    void withoutAStarterItIsOffered() {
        await(() -> words().contains("Fetch and load"));
    }

    @Test
    void aModelThatCannotRunIsListedWithTheReason() throws IOException {
        Path model = Files.createDirectories(folder.resolve("mine/Odd-1B"));
        Files.writeString(model.resolve("config.json"), "{\"model_type\": \"oddity\"}");
        Files.writeString(model.resolve("model.safetensors"), "x");
        lab.models().library().add(model);
        Snapshots.onFx(() -> fire("Rescan"));
        await(() -> words().contains("Odd-1B"));
        Snapshots.onFx(() -> fire("Odd-1B"));
        await(() -> words().contains("Cannot run here") && words().contains("oddity"));
    }

    @Test
    void aNameThatLeadsNowhereIsAProblemOnTheScreen() {
        Snapshots.onFx(() -> {
            ((TextField) node(n -> n instanceof TextField field && "owner/name to fetch".equals(field.getPromptText())))
                    .setText("no name at all");
            fire("Fetch");
        });
        await(() -> words().contains("is no folder, no .gguf file and no name"));
    }

    @Test
    void anotherPrecisionLoadsTheModelAgainAndSaysWhatItCosts() throws IOException {
        lab.models().library().add(TinyModels.folder("talking"));
        Snapshots.onFx(() -> window.window().context().commands().openModel(TinyModels.folder("talking")));
        await(() -> dtype().equals("f32") && words().contains("not measured"));
        Snapshots.onFx(() -> fire("bfloat16"));
        await(() -> dtype().equals("bf16"));
        Snapshots.onFx(() -> fire("Measure what bfloat16 costs"));
        await(() -> INTERVAL.matcher(words()).find());
        assertThat(words()).contains("loaded · bf16", "KL to float32, nats");
    }

    @Test
    void leftToTheMachineTheCardSaysWhatThatComesTo() throws IOException {
        lab.models().library().add(TinyModels.folder("talking"));
        Snapshots.onFx(() -> window.window().context().commands().openModel(TinyModels.folder("talking")));
        await(() -> dtype().equals("f32") && words().contains("Automatic"));
        lab.compute().tryHalfSpeed();
        Snapshots.onFx(() -> fire("Automatic"));
        await(() -> words().contains("Tried here: with eight arms"));
        await(() -> words().contains("here float32") || words().contains("here 16-bit weights"));
    }

    /** To be asked on the window's thread. */
    private String dtype() {
        return window.window()
                .context()
                .state()
                .model()
                .get()
                .map(OpenModel::dtype)
                .orElse("");
    }

    private void fire(String words) {
        Node found = node(n -> n instanceof ButtonBase button && says(button, words));
        ((ButtonBase) found).fire();
    }

    private static boolean says(ButtonBase button, String words) {
        String spoken = button.getAccessibleText() == null ? "" : button.getAccessibleText();
        return words.equals(button.getText()) || spoken.startsWith(words);
    }

    private Node node(Predicate<Node> wanted) {
        return window.window().lookupAll("*").stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private String words() {
        return window.window().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled labeled && labeled.getText() != null)
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }
}
