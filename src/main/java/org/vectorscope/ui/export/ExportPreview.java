package org.vectorscope.ui.export;

import atlantafx.base.theme.Styles;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.figure.Quantity;
import org.vectorscope.figure.export.FigurePage;
import org.vectorscope.figure.export.PngFile;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;

/** The figure at the size it will have on paper, alone or among lines of text. */
final class ExportPreview extends VBox {
    private final ExportViewModel model;
    private final BooleanProperty onPage = new SimpleBooleanProperty(true);
    private final Label size = Css.with(new Label(), Css.MUTED);
    private final Label legibility = Css.with(new Label(), Css.SMALL);
    private final Pane sheet = new Pane();
    private final double dpi = Screen.getPrimary().getDpi();

    ExportPreview(ExportViewModel model) {
        this.model = model;
        getStyleClass().add("export-preview");
        sheet.getStyleClass().add("export-sheet");
        ScrollPane scroll = new ScrollPane(sheet);
        scroll.getStyleClass().add("export-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header(), scroll, legibility);
        model.spec().subscribe(changed -> draw());
        onPage.addListener((o, was, is) -> draw());
    }

    private HBox header() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton page = pill("On a page", group, Styles.LEFT_PILL);
        ToggleButton alone = pill("Figure only", group, Styles.RIGHT_PILL);
        page.setSelected(true);
        page.setOnAction(e -> choose(page, true));
        alone.setOnAction(e -> choose(alone, false));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox box = new HBox(
                Css.with(new Label("True size"), Css.STRONG),
                size,
                space,
                Css.with(new HBox(page, alone), "segmented"));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add(Css.GAP_8);
        return box;
    }

    private void choose(ToggleButton button, boolean page) {
        onPage.set(page);
        button.setSelected(true);
    }

    private static ToggleButton pill(String title, ToggleGroup group, String place) {
        ToggleButton button = new ToggleButton(title);
        button.setToggleGroup(group);
        button.getStyleClass().add(place);
        return button;
    }

    private void draw() {
        FigurePage page = new FigurePage(model.figure(), model.spec().get());
        double width = page.width() / 72 * dpi;
        double height = page.height() / 72 * dpi;
        // twice the screen's pixels: sharp on displays of any density
        ImageView picture = new ImageView(SwingFXUtils.toFXImage(PngFile.image(page, dpi * 2), null));
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        PaperSheet.fill(sheet, picture, dpi, onPage.get());
        size.setText(Math.round(width) + " px = "
                + Quantity.digits(model.spec().get().size().width(), 4) + " in on this " + Math.round(dpi)
                + " dpi display");
        legibility.setText(model.legibility());
        legibility.setGraphic(Icons.small(model.legible() ? Feather.CHECK : Feather.ALERT_CIRCLE));
        legibility.getStyleClass().removeAll(Css.OK, Css.WARNING);
        legibility.getStyleClass().add(model.legible() ? Css.OK : Css.WARNING);
    }
}
