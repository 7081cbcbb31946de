package org.vectorscope.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.checkpoint.hub.ModelLibrary;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.common.Appearance;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.Theme;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.Segmented;

/** Theme, text size, where things are kept, what computes. Takes effect at once; there is nothing to confirm. */
final class SettingsPane extends VBox {
    SettingsPane(ScreenContext context, Runnable close) {
        Appearance appearance = context.appearance();
        Lab lab = context.lab();
        getStyleClass().addAll("dialog-box", "settings");
        Segmented<Theme> theme = new Segmented<>(
                List.of(Theme.values()),
                t -> t == Theme.LIGHT ? "Light" : "Dark",
                appearance.theme().get());
        theme.value().bindBidirectional(appearance.theme());
        Label hint = Css.with(
                new Label("The data folder is chosen by the environment variable VECTORSCOPE_DATA before the start."),
                Css.HINT);
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        GridPane grid = Css.with(new GridPane(), "settings-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        grid.getColumnConstraints().setAll(names, new ColumnConstraints());
        grid.addRow(0, new Label("Theme"), theme);
        grid.addRow(1, new Label("Text size"), textSize(appearance));
        grid.addRow(2, new Label("Cache limit"), cacheLimit(appearance, lab));
        grid.addRow(
                3,
                new Label("Data folder"),
                Css.with(new Label(lab.folder().root().toString()), Css.MONO));
        grid.addRow(
                4, new Label("Models"), Css.with(new Label(lab.folder().models().toString()), Css.MONO));
        grid.add(hint, 1, 5);
        grid.addRow(6, new Label("Network"), network(lab));
        HBox foot = new HBox(Buttons.button("Close", Feather.X, close));
        foot.getStyleClass().add("dialog-foot");
        getChildren()
                .addAll(
                        Css.with(new Label("Settings"), Css.SCREEN_TITLE),
                        grid,
                        Css.with(new Label("Compute"), Css.STRONG),
                        new ComputePane(context),
                        foot);
    }

    private static CheckBox network(Lab lab) {
        CheckBox offline = new CheckBox("Never fetch models");
        ModelLibrary library = lab.models().library();
        offline.setSelected(library.offline());
        offline.selectedProperty().addListener((o, was, is) -> {
            try {
                library.offline(is);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return offline;
    }

    /** Beyond it, what was used longest ago is forgotten, saved runs never. */
    private static ComboBox<Integer> cacheLimit(Appearance appearance, Lab lab) {
        ComboBox<Integer> limit = new ComboBox<>();
        limit.getItems().setAll(1, 2, 5, 10, 20, 50);
        limit.setConverter(new GigabyteWords());
        limit.setValue(appearance.cacheGigabytes().get());
        limit.valueProperty().addListener((o, was, is) -> {
            appearance.cacheGigabytes().set(is);
            lab.store().limit((long) is << 30);
        });
        limit.setAccessibleText("Cache limit");
        return limit;
    }

    /** {@code 5 GB}. */
    private static final class GigabyteWords extends StringConverter<Integer> {
        @Override
        public String toString(Integer gigabytes) {
            return gigabytes + " GB";
        }

        @Override
        public Integer fromString(String text) {
            return Integer.valueOf(text.replaceAll("\\D+", ""));
        }
    }

    private static HBox textSize(Appearance appearance) {
        Slider slider = new Slider(10, 26, appearance.textSize().get());
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.valueProperty().bindBidirectional(appearance.textSize());
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label words = new Label();
        appearance.textSize().subscribe(size -> words.setText(Formats.percent(size.doubleValue() / Appearance.BASE)));
        return Css.with(new HBox(slider, words), Css.GAP_8);
    }
}
