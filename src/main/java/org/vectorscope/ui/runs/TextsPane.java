package org.vectorscope.ui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.store.Entry;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.control.Buttons;

/** The texts of one or two runs, a column each: prompt by prompt, arm by arm. */
final class TextsPane extends VBox {
    private final List<Entry> entries;

    TextsPane(List<Entry> entries, Runnable close) {
        this.entries = entries;
        getStyleClass().addAll("dialog-box", "texts-pane");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Label title = Css.with(new Label(entries.size() == 1 ? "Texts" : "Texts side by side"), Css.CARD_TITLE);
        ScrollPane scroll = Css.with(new ScrollPane(texts()), "diff-scroll");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Css.with(new HBox(title, spring, Buttons.icon(Feather.X, "Close", close)), Css.CARD_HEADER),
                        scroll);
    }

    private GridPane texts() {
        GridPane grid = Css.with(new GridPane(), Css.GAP_12);
        for (int column = 0; column < entries.size(); column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 / entries.size());
            grid.getColumnConstraints().add(width);
            Entry entry = entries.get(column);
            grid.add(
                    Css.with(new Label(entry.run().label() + " · " + entry.run().title()), Css.STRONG), column, 0);
        }
        List<Map<String, String>> texts =
                entries.stream().map(e -> byPlace(e.result())).toList();
        texts.stream().flatMap(map -> map.keySet().stream()).distinct().forEach(place -> {
            int row = grid.getRowCount();
            grid.add(Css.with(new Label(place), Css.HINT), 0, row, GridPane.REMAINING, 1);
            for (int column = 0; column < entries.size(); column++) {
                grid.add(text(texts.get(column).getOrDefault(place, "–")), column, row + 1);
            }
        });
        return grid;
    }

    private static Label text(String words) {
        Label label = Css.with(new Label(words.strip()), Css.SMALL, "text-box");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
    }

    /** Texts by prompt, arm and sample. */
    private static Map<String, String> byPlace(JsonNode result) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (JsonNode prompt : result.path("prompts")) {
            for (JsonNode arm : prompt.path("arms")) {
                List<JsonNode> samples = new ArrayList<>();
                arm.path("samples").forEach(samples::add);
                for (int i = 0; i < samples.size(); i++) {
                    String place = prompt.path("prompt").asText() + "  ·  "
                            + arm.path("name").asText() + "  ·  sample " + (i + 1);
                    texts.put(place, samples.get(i).path("text").asText());
                }
            }
        }
        return texts;
    }
}
