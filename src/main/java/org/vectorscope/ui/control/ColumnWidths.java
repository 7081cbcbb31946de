package org.vectorscope.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Widths of columns, given in pixels for the normal text size, kept in proportion to the text. */
public final class ColumnWidths {
    private ColumnWidths() {}

    /** Takes the widths that the columns have now as those at scale 1; a bound width is left alone. */
    public static void follow(TableView<?> table, ObservableValue<? extends Number> scale) {
        table.getColumns().forEach(column -> follow(column, scale));
    }

    private static void follow(TableColumn<?, ?> column, ObservableValue<? extends Number> scale) {
        double least = column.getMinWidth();
        double usual = column.getPrefWidth();
        double most = column.getMaxWidth();
        scale.subscribe(now -> {
            double times = now.doubleValue();
            column.setMinWidth(0);
            column.setMaxWidth(most * times);
            column.setMinWidth(least * times);
            if (!column.prefWidthProperty().isBound()) {
                column.setPrefWidth(usual * times);
            }
        });
    }
}
