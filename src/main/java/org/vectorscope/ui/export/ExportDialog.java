package org.vectorscope.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.export.ExportSpec;
import org.vectorscope.figure.export.FigureExport;
import org.vectorscope.figure.export.FigurePage;
import org.vectorscope.figure.export.PngFile;
import org.vectorscope.job.Job;
import org.vectorscope.job.Jobs;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.FxJobs;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.common.Shell;
import org.vectorscope.ui.control.DirectScroll;

/** Asks how a figure is to be written, shows it at its true size, and writes it. */
public final class ExportDialog extends BorderPane {
    private final ExportViewModel model;
    private final Shell shell;
    private final FxJobs jobs;
    private final BooleanProperty writing = new SimpleBooleanProperty();
    private final Label summary = Css.with(new Label(), Css.MUTED);
    private final Button export = Css.with(new Button("Export", Icons.of(Feather.DOWNLOAD)), Css.PRIMARY, "accent");

    public ExportDialog(Figure figure, Shell shell, FxJobs jobs) {
        this.model = new ExportViewModel(figure, standardFolder());
        this.shell = shell;
        this.jobs = jobs;
        getStyleClass().add("export-dialog");
        getStylesheets()
                .add(Objects.requireNonNull(ExportDialog.class.getResource("export.css"))
                        .toExternalForm());
        setTop(header());
        DirectScroll options = Css.with(new DirectScroll(new ExportOptions(model)), "export-side");
        options.setFitToHeight(true);
        options.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        options.setMinHeight(0);
        setLeft(options);
        setCenter(new ExportPreview(model));
        setBottom(footer());
        model.spec().subscribe(spec -> summary.setText(model.files()));
    }

    private static Path standardFolder() {
        Path home = Path.of(System.getProperty("user.home", "."));
        Path documents = home.resolve("Documents");
        return (Files.isDirectory(documents) ? documents : home).resolve("figures");
    }

    private Node header() {
        Figure figure = model.figure();
        Button close = Css.with(new Button("", Icons.of(Feather.X)), Css.FLAT, "flat");
        close.setAccessibleText("Close");
        close.setOnAction(e -> shell.closeDialog());
        Label subtitle = Css.with(new Label(figure.title() + " · " + figure.subtitle()), Css.MUTED);
        HBox box = new HBox(Css.with(new Label("Export figure"), "export-title"), subtitle, space(), close);
        box.getStyleClass().add("export-header");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private Node footer() {
        Button picture = new Button("Copy picture", Icons.of(Feather.COPY));
        picture.setOnAction(e -> copyPicture());
        Button caption = new Button("Copy caption", Icons.of(Feather.CLIPBOARD));
        caption.setOnAction(e -> copyCaption());
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(e -> shell.closeDialog());
        export.setDefaultButton(true);
        export.setOnAction(e -> write());
        export.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> writing.get() || model.spec().get().formats().isEmpty(), model.spec(), writing));
        summary.setWrapText(true);
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox box = new HBox(summary, picture, caption, cancel, export);
        box.getStyleClass().add("export-footer");
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private void copyPicture() {
        FigurePage page = new FigurePage(model.figure(), model.spec().get());
        ClipboardContent content = new ClipboardContent();
        content.putImage(SwingFXUtils.toFXImage(
                PngFile.image(page, Math.min(300, model.dpi().get())), null));
        Clipboard.getSystemClipboard().setContent(content);
        shell.say("Picture copied");
    }

    private void copyCaption() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.figure().caption());
        Clipboard.getSystemClipboard().setContent(content);
        shell.say("Caption copied");
    }

    private void write() {
        Path folder;
        try {
            folder = Path.of(model.folder().get());
        } catch (InvalidPathException e) {
            fail("“" + model.folder().get() + "” is not a folder’s name.");
            return;
        }
        ExportSpec spec = model.spec().get();
        summary.setText("Writing " + model.files());
        writing.set(true);
        Job<List<Path>> job = jobs.run(
                Jobs.Lane.LIGHT,
                "Exporting " + model.figure().name(),
                monitor -> FigureExport.write(model.figure(), spec, folder, monitor),
                files -> done(files, folder),
                (Failure failure) -> fail(failure.sentence()),
                () -> writing.set(false));
        sceneProperty().subscribe(scene -> {
            if (scene == null) { // closed by Escape or its button before it was done
                job.cancel();
            }
        });
    }

    private void done(List<Path> files, Path folder) {
        shell.closeDialog();
        shell.say(Formats.count(files.size(), "file", "files") + " (" + Formats.bytes(size(files)) + ") in " + folder);
    }

    private static long size(List<Path> files) {
        long sum = 0;
        for (Path file : files) {
            try {
                sum += Files.size(file);
            } catch (IOException e) {
                return sum; // gone again: not ours to complain about
            }
        }
        return sum;
    }

    private void fail(String sentence) {
        summary.setText(sentence);
        summary.getStyleClass().remove(Css.MUTED);
        if (!summary.getStyleClass().contains(Css.DANGER)) {
            summary.getStyleClass().add(Css.DANGER);
        }
    }
}
