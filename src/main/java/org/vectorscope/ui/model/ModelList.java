package org.vectorscope.ui.model;

import atlantafx.base.controls.CustomTextField;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.checkpoint.hub.ModelEntry;
import org.vectorscope.checkpoint.hub.ModelSource;
import org.vectorscope.lab.MachineMemory;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.common.JobLine;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.DirectScroll;

/** The models of this machine by where they are, what is being fetched, and the ways to get more. */
final class ModelList extends VBox {
    private final ModelViewModel model;
    private final VBox rows = Css.with(new VBox(), "model-rows");
    private final CustomTextField search = new CustomTextField();
    private final TextField name = new TextField();
    private ToggleGroup group = new ToggleGroup();

    ModelList(ModelViewModel model) {
        this.model = model;
        getStyleClass().addAll(Css.CARD, "flush", "model-list");
        search.setLeft(Css.with(Icons.of(Feather.SEARCH), Css.MUTED));
        search.textProperty().bindBidirectional(model.search());
        search.setAccessibleText("Search models");
        DirectScroll scroll = new DirectScroll(rows);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(Css.with(new VBox(search), "list-head"), scroll, foot());
        model.entries().subscribe(entries -> show());
        model.search().subscribe(words -> show());
        model.selected().subscribe(this::mark);
        model.context().state().model().subscribe(open -> show());
        model.context().state().precision().subscribe(precision -> show());
        model.fetches().addListener((ListChangeListener<JobLine>) change -> show());
    }

    private VBox foot() {
        name.setPromptText("owner/name to fetch");
        name.setAccessibleText("Name on the Hugging Face hub to fetch");
        HBox.setHgrow(name, Priority.ALWAYS);
        Button fetch = Buttons.button("Fetch", Feather.DOWNLOAD, this::fetch);
        fetch.disableProperty().bind(name.textProperty().isEmpty());
        name.setOnAction(e -> fetch());
        Hyperlink add =
                Css.with(new Hyperlink("Add folder", Css.with(Icons.of(Feather.FOLDER_PLUS), Css.MUTED)), Css.SMALL);
        add.setOnAction(e -> addFolder());
        Label drop = Css.with(new Label(", or drop one on the window"), Css.SMALL, Css.MUTED);
        HBox adding = new HBox(add, drop);
        adding.getStyleClass().add("adding");
        return Css.with(new VBox(Css.with(new HBox(name, fetch), Css.GAP_8), adding), "list-foot", Css.GAP_8);
    }

    private void fetch() {
        String wanted = name.getText().strip();
        if (!wanted.isEmpty()) {
            name.clear();
            model.fetch(wanted);
        }
    }

    private void addFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Add a folder of models");
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            model.add(folder.toPath());
        }
    }

    private void show() {
        int all = model.entries().get().size();
        search.setPromptText("Search " + Formats.count(all, "model", "models") + " on this machine");
        rows.getChildren().clear();
        group = new ToggleGroup();
        List<ModelEntry> found = model.found();
        long free = MachineMemory.now().available();
        for (ModelSource source : ModelSource.values()) {
            List<ModelEntry> here =
                    found.stream().filter(entry -> entry.source() == source).toList();
            if (!here.isEmpty()) {
                rows.getChildren().add(heading(source.words()));
                here.forEach(entry -> rows.getChildren().add(row(entry, free)));
            } else if (source == ModelSource.STARTER && model.listed().get() && !model.hasStarter()) {
                rows.getChildren().addAll(heading(source.words()), starterToFetch());
            }
        }
        if (!model.fetches().isEmpty()) {
            rows.getChildren().add(heading("Fetching"));
            model.fetches().forEach(line -> rows.getChildren().add(new FetchRow(line)));
        }
        mark(model.selected().get());
    }

    private static Label heading(String words) {
        return Css.with(new Label(words), "list-heading");
    }

    private ModelRow row(ModelEntry entry, long free) {
        boolean inForce = model.isInForce(entry);
        ModelRow row = new ModelRow(entry, inForce, model.precision(entry), inForce ? Long.MAX_VALUE : free);
        row.setToggleGroup(group);
        row.setOnAction(e -> {
            row.setSelected(true);
            model.selected().set(Optional.of(entry));
        });
        return row;
    }

    private VBox starterToFetch() {
        Button get = Buttons.button("Fetch and load", Feather.DOWNLOAD, model::loadStarter);
        get.setDisable(model.opening().get().isPresent());
        Label words = Css.with(new Label("Not on this disk yet, about 100 MB"), Css.SMALL, Css.MUTED);
        return Css.with(new VBox(Css.with(new Label("SmolLM2-135M-Instruct"), "row-name"), words, get), "fetch-row");
    }

    private void mark(Optional<ModelEntry> selected) {
        group.getToggles()
                .forEach(toggle -> toggle.setSelected(selected.filter(entry -> entry.equals(toggle.getUserData()))
                        .isPresent()));
    }
}
