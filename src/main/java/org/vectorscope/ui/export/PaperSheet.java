package org.vectorscope.ui.export;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.vectorscope.figure.Quantity;
import org.vectorscope.ui.common.Css;

/** A piece of a page: a ruler, lines that stand for text, the figure among them. */
final class PaperSheet {
    private static final double MARGIN = 24;
    private static final double RULER = 36;
    private static final double LINE = 5;
    private static final double PITCH = 12;
    private static final int LINES_ABOVE = 4;
    private static final int LINES_BELOW = 9;
    private static final double GUTTER = 0.25; // inches, as between the columns of most papers

    private PaperSheet() {}

    static void fill(Pane sheet, ImageView picture, double dpi, boolean onPage) {
        sheet.getChildren().clear();
        double width = picture.getFitWidth();
        double height = picture.getFitHeight();
        double top = onPage ? RULER + LINES_ABOVE * PITCH + 24 : MARGIN;
        picture.relocate(MARGIN, top);
        sheet.getChildren().add(picture);
        double bottom = top + height;
        if (onPage) {
            ruler(sheet, width, dpi);
            lines(sheet, MARGIN, RULER + 12, width, LINES_ABOVE);
            lines(sheet, MARGIN, bottom + 16, width, LINES_BELOW);
            bottom += 16 + LINES_BELOW * PITCH;
            double second = MARGIN + width + GUTTER * dpi;
            lines(sheet, second, RULER + 12, width, (int) ((bottom - RULER - 12) / PITCH));
            sheet.setPrefWidth(second + width + MARGIN);
        } else {
            sheet.setPrefWidth(width + 2 * MARGIN);
        }
        sheet.setPrefHeight(bottom + MARGIN);
    }

    private static void ruler(Pane sheet, double width, double dpi) {
        for (int tenth = 0; tenth * dpi / 10 <= width + 0.5; tenth++) {
            double length = tenth % 10 == 0 ? 12 : tenth % 5 == 0 ? 8 : 5;
            Region tick = Css.with(new Region(), "export-tick");
            tick.resizeRelocate(MARGIN + tenth * dpi / 10, RULER - 8 - length, 1, length);
            tick.setManaged(false);
            sheet.getChildren().add(tick);
            if (tenth % 10 == 0 && width - tenth * dpi / 10 > 36) {
                label(sheet, tenth == 0 ? "0 in" : Integer.toString(tenth / 10), MARGIN + tenth * dpi / 10);
            }
        }
        label(sheet, Quantity.digits(width / dpi, 4), MARGIN + width - 24);
    }

    private static void label(Pane sheet, String text, double x) {
        Label label = Css.with(new Label(text), "export-ruler");
        label.relocate(x, 0);
        sheet.getChildren().add(label);
    }

    private static void lines(Pane sheet, double x, double y, double width, int count) {
        for (int i = 0; i < count; i++) {
            Region line = Css.with(new Region(), "export-line");
            boolean lastOfParagraph = i % 7 == 6;
            line.resizeRelocate(x, y + i * PITCH, lastOfParagraph ? width * 0.8 : width, LINE);
            line.setManaged(false);
            sheet.getChildren().add(line);
        }
    }
}
