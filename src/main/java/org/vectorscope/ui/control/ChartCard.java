package org.vectorscope.ui.control;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.Look;
import org.vectorscope.figure.Numbers;
import org.vectorscope.figure.export.ExportSpec;
import org.vectorscope.figure.export.FigurePage;
import org.vectorscope.figure.export.PngFile;
import org.vectorscope.figure.export.Size;
import org.vectorscope.figure.screen.ChartPane;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.export.ExportDialog;

/** A figure in a card: its name above, and in the corner what can be done with it. */
public final class ChartCard extends VBox {
    private static final int COPIED_DPI = 200;
    private static final double LARGER = 1.3;

    private final ChartTools tools;
    private final ChartPane chart = new ChartPane();
    private final Label title = Css.with(new Label(), Css.CARD_TITLE);
    private final Label subtitle = Css.with(new Label(), Css.MUTED);
    private final HBox extras = new HBox();
    private final Button corner = Css.with(new Button("", Icons.of(Feather.MORE_VERTICAL)), "flat", Css.FLAT);

    /** @param name on the card until a figure is shown */
    public ChartCard(String name, ChartTools tools) {
        this.tools = tools;
        title.setText(name);
        getStyleClass().addAll(Css.CARD, "chart-card");
        title.setMinWidth(Region.USE_PREF_SIZE);
        extras.getStyleClass().add(Css.GAP_8);
        extras.setAlignment(Pos.CENTER_RIGHT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = Css.with(new HBox(title, subtitle, space, extras, corner), Css.CARD_HEADER, Css.GAP_8);
        header.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(header, chart);
        bindLook(chart, 1);
        menu();
    }

    private void bindLook(ChartPane pane, double times) {
        pane.lookProperty()
                .bind(Bindings.createObjectBinding(
                        () -> Look.screen(
                                tools.appearance().theme().get().palette(),
                                tools.appearance().scale().get() * times),
                        tools.appearance().theme(),
                        tools.appearance().scale()));
    }

    /** For what the chart is to answer to. */
    public ChartPane chart() {
        return chart;
    }

    public void show(Figure figure) {
        show(figure, figure.subtitle());
    }

    /** @param words beside the title, in place of the figure's own */
    public void show(Figure figure, String words) {
        title.setText(figure.title());
        subtitle.setText(words);
        corner.setDisable(false);
        chart.show(figure);
    }

    /** Controls between the title and the corner menu. */
    public void addExtras(Node... nodes) {
        extras.getChildren().addAll(nodes);
    }

    private void menu() {
        corner.setAccessibleText("Export, copy, enlarge");
        corner.setDisable(true);
        ContextMenu menu = new ContextMenu(
                item("Export…", Feather.DOWNLOAD, this::export),
                item("Copy picture", Feather.COPY, this::copyPicture),
                item("Copy numbers", Feather.CLIPBOARD, this::copyNumbers),
                item("Enlarge", Feather.MAXIMIZE_2, this::enlarge));
        corner.setOnAction(e -> menu.show(corner, Side.BOTTOM, 0, 0));
    }

    private static MenuItem item(String name, Feather icon, Runnable action) {
        MenuItem item = new MenuItem(name, Icons.of(icon));
        item.setOnAction(e -> action.run());
        return item;
    }

    /** Opens the export dialog. */
    public void export() {
        figure().ifPresent(f -> tools.shell().showDialog(new ExportDialog(f, tools.shell(), tools.jobs())));
    }

    private Optional<Figure> figure() {
        return chart.figure();
    }

    private void copyPicture() {
        figure().ifPresent(f -> {
            FigurePage page = new FigurePage(f, ExportSpec.paper().at(Size.DOUBLE_COLUMN, 9));
            ClipboardContent content = new ClipboardContent();
            content.putImage(SwingFXUtils.toFXImage(PngFile.image(page, COPIED_DPI), null));
            Clipboard.getSystemClipboard().setContent(content);
            tools.shell().say("Picture copied");
        });
    }

    private void copyNumbers() {
        figure().ifPresent(f -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(Numbers.of(f.chart()).tabbed());
            Clipboard.getSystemClipboard().setContent(content);
            tools.shell().say("Numbers copied");
        });
    }

    private void enlarge() {
        figure().ifPresent(f -> {
            ChartPane large = new ChartPane();
            bindLook(large, LARGER);
            large.show(f);
            VBox.setVgrow(large, Priority.ALWAYS);
            Button close = Css.with(new Button("", Icons.of(Feather.X)), "flat", Css.FLAT);
            close.setAccessibleText("Close");
            close.setOnAction(e -> tools.shell().closeDialog());
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label name = Css.with(new Label(f.title() + " · " + f.subtitle()), Css.CARD_TITLE);
            HBox header = Css.with(new HBox(name, space, close), Css.CARD_HEADER);
            header.setAlignment(Pos.CENTER_LEFT);
            Label caption = Css.with(new Label(f.caption()), Css.MUTED);
            caption.setWrapText(true);
            caption.setMinHeight(Region.USE_PREF_SIZE);
            VBox box = Css.with(new VBox(header, large, caption), Css.CARD, "chart-card", "chart-large");
            box.setMaxSize(getScene().getWidth() * 0.9, getScene().getHeight() * 0.9);
            box.setPrefSize(getScene().getWidth() * 0.9, getScene().getHeight() * 0.9);
            tools.shell().showDialog(box);
        });
    }
}
