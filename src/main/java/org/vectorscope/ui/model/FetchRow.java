package org.vectorscope.ui.model;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.JobLine;
import org.vectorscope.ui.control.Buttons;

/** A model on its way: name, progress, time left, stop. What has come is kept, so that it goes on from there. */
final class FetchRow extends VBox {
    FetchRow(JobLine line) {
        getStyleClass().add("fetch-row");
        String name = line.job().title().replaceFirst("^Fetching ", "");
        Button stop = Buttons.icon(Feather.PAUSE, "Stop fetching; it goes on from here next time", line.job()::cancel);
        HBox first = new HBox(Css.with(new Label(name), "row-name"), spring(), stop);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        Label share = Css.with(new Label(), Css.SMALL, Css.MUTED);
        Label left = Css.with(new Label(), Css.SMALL, Css.MUTED);
        getChildren().addAll(first, bar, new HBox(share, spring(), left));
        line.state().subscribe(state -> {
            double fraction = line.fraction();
            bar.setProgress(fraction);
            share.setText(fraction < 0 ? line.stage() : Formats.percent(fraction));
            left.setText(line.timeLeft().orElse(""));
        });
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
