package org.vectorscope.ui.export;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.StringConverter;
import javafx.util.converter.NumberStringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.figure.Quantity;
import org.vectorscope.figure.export.ExportSpec.Theme;
import org.vectorscope.figure.export.Format;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;

/** The left side of the export dialog: all choices, top to bottom. */
final class ExportOptions extends VBox {
    private static final List<Integer> DPI = List.of(150, 300, 600, 1200);
    private static final List<Double> POINTS = List.of(7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 14.0, 18.0, 24.0);

    private final ExportViewModel model;

    ExportOptions(ExportViewModel model) {
        this.model = model;
        getStyleClass().add("export-options");
        getChildren()
                .addAll(
                        section("Width", widths()),
                        section("Formats", formats()),
                        section("Theme", themes()),
                        section("Text", new HBox(points())),
                        section("Caption", captions(), bound(new CheckBox("Recipe inside each file"), model.recipe())),
                        section("Folder", folder()));
    }

    private static VBox section(String title, Node... rows) {
        VBox box = new VBox(Css.with(new Label(title), Css.STRONG));
        box.getChildren().addAll(rows);
        box.getStyleClass().add("export-section");
        return box;
    }

    private static HBox row(Node left, Node right) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(left, space, right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("export-row");
        return row;
    }

    private static CheckBox bound(CheckBox box, Property<Boolean> property) {
        box.selectedProperty().bindBidirectional(property);
        return box;
    }

    private VBox widths() {
        ToggleGroup group = new ToggleGroup();
        VBox rows = new VBox();
        for (ExportViewModel.Width width : ExportViewModel.Width.values()) {
            RadioButton button = new RadioButton(width.title());
            button.setToggleGroup(group);
            follow(button, model.width(), width);
            Node detail = width == ExportViewModel.Width.OWN
                    ? ownWidth()
                    : Css.with(new Label(Quantity.digits(width.inches(), 4) + " in"), Css.MUTED);
            rows.getChildren().add(row(button, detail));
        }
        return rows;
    }

    private Node ownWidth() {
        TextField inches = Css.with(new TextField(), "export-number");
        inches.textProperty().bindBidirectional(model.ownWidth(), new NumberStringConverter("0.##"));
        inches.setAccessibleText("Own width in inches");
        inches.visibleProperty().bind(model.width().isEqualTo(ExportViewModel.Width.OWN));
        Label unit = Css.with(new Label("in"), Css.MUTED);
        unit.visibleProperty().bind(inches.visibleProperty());
        HBox box = new HBox(inches, unit);
        box.setAlignment(Pos.CENTER_RIGHT);
        box.getStyleClass().add(Css.GAP_4);
        return box;
    }

    private VBox formats() {
        VBox rows = new VBox();
        for (Format format : Format.values()) {
            rows.getChildren().add(row(bound(new CheckBox(format.name()), model.format(format)), detail(format)));
        }
        return rows;
    }

    private Node detail(Format format) {
        return switch (format) {
            case PDF, SVG -> Css.with(new Label("vector"), Css.MUTED);
            case CSV -> Css.with(new Label("the numbers"), Css.MUTED);
            case PNG -> {
                ComboBox<Integer> dpi = new ComboBox<>();
                dpi.getItems().setAll(DPI);
                dpi.valueProperty().bindBidirectional(model.dpi().asObject());
                dpi.setConverter(shown(value -> value + " dpi"));
                dpi.setAccessibleText("Dots an inch");
                dpi.getStyleClass().addAll(Styles.DENSE, "export-combo");
                yield dpi;
            }
        };
    }

    private Node themes() {
        return pills(model.theme(), List.of(Theme.PAPER, Theme.LIGHT, Theme.DARK), List.of("Paper", "Light", "Dark"));
    }

    private Node captions() {
        return pills(
                model.caption(),
                List.of(ExportViewModel.Caption.UNDER, ExportViewModel.Caption.BESIDE, ExportViewModel.Caption.NONE),
                List.of("Under it", "Text file", "None"));
    }

    private static <T> Node pills(ObjectProperty<T> property, List<T> values, List<String> titles) {
        ToggleGroup group = new ToggleGroup();
        HBox box = Css.with(new HBox(), "segmented");
        for (int i = 0; i < values.size(); i++) {
            ToggleButton button = new ToggleButton(titles.get(i));
            button.setToggleGroup(group);
            String place = i == 0 ? Styles.LEFT_PILL : i == values.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
            button.getStyleClass().add(place);
            follow(button, property, values.get(i));
            box.getChildren().add(button);
        }
        return box;
    }

    /** One of several: clicking the one that is on leaves it on. */
    private static <T> void follow(ToggleButton button, ObjectProperty<T> property, T value) {
        property.subscribe(now -> button.setSelected(now.equals(value)));
        button.setOnAction(e -> {
            property.set(value);
            button.setSelected(true);
        });
    }

    private ComboBox<Double> points() {
        ComboBox<Double> points = new ComboBox<>();
        points.getItems().setAll(POINTS);
        points.valueProperty().bindBidirectional(model.text().asObject());
        points.setConverter(shown(value -> Quantity.digits(value, 3) + " pt"));
        points.setAccessibleText("Size of the text");
        points.getStyleClass().add("export-combo");
        return points;
    }

    private Node folder() {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(model.folder());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button choose = new Button("", Icons.of(Feather.FOLDER));
        choose.setAccessibleText("Choose a folder");
        choose.setOnAction(e -> choose());
        HBox box = new HBox(field, choose);
        box.getStyleClass().add(Css.GAP_4);
        return box;
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        Path now = Path.of(model.folder().get());
        if (Files.isDirectory(now)) {
            chooser.setInitialDirectory(now.toFile());
        }
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.folder().set(chosen.getPath());
        }
    }

    private static <T> StringConverter<T> shown(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("not typed");
            }
        };
    }
}
