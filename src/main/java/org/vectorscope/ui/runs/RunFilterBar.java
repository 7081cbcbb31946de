package org.vectorscope.ui.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.store.Kind;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;

/** Finds runs by words of their recipes and by kind. */
final class RunFilterBar extends HBox {
    private static final Duration PAUSE = Duration.millis(150);
    private static final String ALL = "All kinds";

    private final CustomTextField words = new CustomTextField();

    RunFilterBar(RunsViewModel model) {
        Css.with(this, Css.GAP_8);
        words.setLeft(Css.with(Icons.of(Feather.SEARCH), Css.MUTED));
        words.setPromptText("Find by recipe");
        words.setAccessibleText("Find by recipe");
        words.getStyleClass().add("find-field");
        PauseTransition pause = new PauseTransition(PAUSE);
        pause.setOnFinished(e -> model.filter().set(model.filter().get().withWords(words.getText())));
        words.textProperty().addListener((o, was, is) -> pause.playFromStart());
        ComboBox<Optional<Kind>> kinds = new ComboBox<>();
        List<Optional<Kind>> choices = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(Kind.values()).map(Optional::of).forEach(choices::add);
        kinds.getItems().setAll(choices);
        kinds.setConverter(words());
        kinds.setValue(Optional.empty());
        kinds.setAccessibleText("Kind");
        kinds.valueProperty().addListener((o, was, is) -> model.filter()
                .set(model.filter().get().withKind(is)));
        getChildren().addAll(words, kinds);
    }

    private static StringConverter<Optional<Kind>> words() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Optional<Kind> kind) {
                return kind == null ? "" : kind.map(RunWords::kind).orElse(ALL);
            }

            @Override
            public Optional<Kind> fromString(String text) {
                throw new UnsupportedOperationException("kinds are chosen, not typed");
            }
        };
    }
}
