package org.vectorscope.ui.contrast;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.contrast.SetCheck.State;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.control.Card;
import org.vectorscope.ui.control.Tag;

/** What is worth a look before a vector is made, with what one can do about it. */
final class ChecksCard {
    private final Consumer<Integer> show;
    private final Consumer<List<Integer>> drop;
    private final VBox lines = Css.with(new VBox(), Css.GAP_8);
    private final HBox verdict = Css.with(new HBox(), "line");
    private final Card card;

    /** @param show brings a pair to sight; @param drop leaves pairs out */
    ChecksCard(Consumer<Integer> show, Consumer<List<Integer>> drop) {
        this.show = show;
        this.drop = drop;
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card = new Card("Checks", scroll).beside(verdict);
    }

    Node node() {
        return card;
    }

    void show(Optional<PairFacts.Reading> reading) {
        lines.getChildren().clear();
        verdict.getChildren().clear();
        if (reading.isEmpty()) {
            lines.getChildren().add(Css.with(new Label("Load a model to check the pairs as it reads them."), Css.HINT));
            return;
        }
        List<CheckLine> checks = reading.get().checks().stream()
                .map(check -> CheckLine.of(check, reading.get().used()))
                .filter(line -> line.state() == State.LOOK || !line.name().equals("Size"))
                .sorted(Comparator.comparing((CheckLine line) -> order(line.state())))
                .toList();
        long toLookAt =
                checks.stream().filter(line -> line.state() == State.LOOK).count();
        if (!checks.isEmpty()) {
            verdict.getChildren()
                    .add(toLookAt > 0 ? new Tag(toLookAt + " to look at", Css.WARNING) : new Tag("all fine"));
        }
        checks.forEach(line -> lines.getChildren().add(line(line)));
    }

    private static int order(State state) {
        return switch (state) {
            case LOOK -> 0;
            case FINE -> 1;
            case NONE -> 2;
        };
    }

    private Node line(CheckLine line) {
        TextFlow words = new TextFlow(
                Css.with(new Text(line.name() + " "), "text", Css.SMALL, Css.STRONG),
                Css.with(new Text(line.words() + " "), "text", Css.SMALL, Css.MUTED));
        if (!line.show().isEmpty()) {
            words.getChildren().add(link("Show", () -> show.accept(line.show().getFirst())));
        }
        if (!line.drop().isEmpty()) {
            String what = line.drop().size() == 1
                    ? "Drop " + (line.drop().getFirst() + 1)
                    : "Drop " + line.drop().size();
            words.getChildren().addAll(new Text(" · "), link(what, () -> drop.accept(line.drop())));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = Css.with(new HBox(icon(line.state()), words), Css.GAP_8);
        row.setAccessibleText(line.name() + ": " + line.words());
        return row;
    }

    private static Hyperlink link(String words, Runnable action) {
        Hyperlink link = Css.with(new Hyperlink(words), Css.SMALL);
        link.setOnAction(e -> action.run());
        return link;
    }

    private static Node icon(State state) {
        Label icon =
                switch (state) {
                    case LOOK ->
                        Css.with(new Label("", Css.with(Icons.of(Feather.ALERT_TRIANGLE), Css.WARNING)), Css.WARNING);
                    case FINE -> Css.with(new Label("", Css.with(Icons.of(Feather.CHECK), Css.OK)), Css.OK);
                    case NONE -> new Label("", Css.with(Icons.of(Feather.MINUS), Css.MUTED));
                };
        icon.setMinWidth(Label.USE_PREF_SIZE);
        return icon;
    }
}
