package org.vectorscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A text that grows token by token, each tinted by a number, with words underlined that differ from another text. Only
 * what is new is laid out; nodes are kept. A word is what stands between white space, however many tokens it has.
 */
public final class TokenText extends Region {
    private static final StyleablePropertyFactory<TokenText> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    /** Tints weaker than this share of the scale are not drawn. */
    private static final double FAINT = 0.1;

    private static final double LINE_HEIGHT = 1.54;

    private final StyleableProperty<Font> font =
            STYLES.createStyleableFontProperty(this, "font", "-fx-font", t -> t.font, Font.font(13), true);
    private final StyleableProperty<Color> ink =
            STYLES.createStyleableColorProperty(this, "ink", "-lab-ink", t -> t.ink, Color.BLACK);
    private final StyleableProperty<Color> away =
            STYLES.createStyleableColorProperty(this, "away", "-lab-away", t -> t.away, Color.ORANGE);
    private final StyleableProperty<Color> toward =
            STYLES.createStyleableColorProperty(this, "toward", "-lab-toward", t -> t.toward, Color.BLUE);
    private final StyleableProperty<Color> zero =
            STYLES.createStyleableColorProperty(this, "zero", "-lab-zero", t -> t.zero, Color.WHITE);
    private final StyleableProperty<Color> caretColour =
            STYLES.createStyleableColorProperty(this, "caret", "-lab-caret", t -> t.caretColour, Color.BLUE);

    /** A token's visible part, or a line break. @param word index of the word it belongs to */
    private record Run(Text node, Rectangle tint, double value, int word, double gap, boolean breaks) {}

    private final List<Run> runs = new ArrayList<>();
    private final List<Line> underlines = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final Rectangle caret = new Rectangle();
    private final TextWidths widths = new TextWidths();
    private Set<Integer> marked = Set.of();
    private double centre;
    private double scale = 0.3;
    private double laidOutWidth = -1;
    private double height;
    private boolean spaceBefore = true;

    public TokenText() {
        getStyleClass().add("token-text");
        setAccessibleRole(AccessibleRole.TEXT);
        caret.setManaged(false);
        caret.setVisible(false);
        getChildren().add(caret);
        for (StyleableProperty<Color> colour : List.of(ink, away, toward, zero, caretColour)) {
            listen(colour);
        }
    }

    private void listen(StyleableProperty<Color> colour) {
        if (colour instanceof ObservableValue<?> observable) {
            observable.addListener((o, was, is) -> recolour());
        }
    }

    /** @param value what tints it; NaN for no tint */
    public void append(String piece, double value) {
        int start = 0;
        while (start < piece.length()) {
            int end = piece.indexOf('\n', start);
            String line = piece.substring(start, end < 0 ? piece.length() : end);
            addWords(line, value);
            if (end < 0) {
                break;
            }
            runs.add(new Run(new Text(), new Rectangle(), Double.NaN, words.size(), 0, true));
            spaceBefore = true;
            start = end + 1;
        }
        requestLayout();
    }

    /** Splits what one token adds into its visible parts. */
    private void addWords(String line, double value) {
        int at = 0;
        while (at < line.length()) {
            int from = at;
            while (from < line.length() && Character.isWhitespace(line.charAt(from))) {
                from++;
            }
            int to = from;
            while (to < line.length() && !Character.isWhitespace(line.charAt(to))) {
                to++;
            }
            spaceBefore |= from > at;
            if (to > from) {
                addRun(line.substring(from, to), value, from - at);
            }
            at = to;
        }
    }

    private void addRun(String visible, double value, int spaces) {
        if (spaceBefore || words.isEmpty()) {
            words.add(visible);
        } else {
            words.set(words.size() - 1, words.getLast() + visible);
        }
        spaceBefore = false;
        Text text = new Text(visible);
        text.setTextOrigin(VPos.CENTER);
        text.setManaged(false);
        Rectangle tint = new Rectangle();
        tint.setManaged(false);
        Run run = new Run(text, tint, value, words.size() - 1, spaces, false);
        runs.add(run);
        colour(run);
        getChildren().add(0, tint);
        getChildren().add(text);
    }

    public void clear() {
        runs.clear();
        words.clear();
        underlines.clear();
        marked = Set.of();
        spaceBefore = true;
        getChildren().setAll(caret);
        laidOutWidth = -1;
        requestLayout();
    }

    /** The words so far, as {@link #mark} counts them. */
    public List<String> words() {
        return List.copyOf(words);
    }

    /** Underlines these words, and no others. */
    public void mark(Set<Integer> indexes) {
        if (!indexes.equals(marked)) {
            marked = Set.copyOf(indexes);
            requestLayout();
        }
    }

    /** @param middle the value of no tint; @param reach distance from it that gets the full tint */
    public void tint(double middle, double reach) {
        if (middle != centre || reach != scale) {
            centre = middle;
            scale = reach;
            runs.forEach(this::colour);
        }
    }

    /** Shows or hides the caret of a text that still grows. */
    public void growing(boolean now) {
        caret.setVisible(now);
    }

    private void colour(Run run) {
        double distance = run.value() - centre;
        double share = Math.min(1, Math.abs(distance) / scale);
        boolean drawn = Double.isFinite(run.value()) && share >= FAINT;
        run.tint().setVisible(drawn);
        run.node().setFill(ink.getValue());
        if (drawn) {
            Color end = distance < 0 ? away.getValue() : toward.getValue();
            run.tint().setFill(zero.getValue().interpolate(end, share));
        }
    }

    private void recolour() {
        runs.forEach(this::colour);
        underlines.forEach(line -> line.setStroke(ink.getValue()));
        caret.setFill(caretColour.getValue());
    }

    @Override
    protected void layoutChildren() {
        place(getWidth());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width > 0 ? width : getWidth());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 10 * font.getValue().getSize();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** Breaks lines at words; a word too long for a line is broken between its tokens. */
    private double place(double width) {
        if (width <= 0) {
            return height;
        }
        Font use = font.getValue();
        double line = Math.rint(use.getSize() * LINE_HEIGHT);
        double space = widths.of(" ", use);
        Pen pen = new Pen(width, line);
        underlineCount = 0;
        int i = 0;
        while (i < runs.size()) {
            if (runs.get(i).breaks()) {
                pen.newLine();
                i++;
                continue;
            }
            int end = endOfWord(i);
            pen.space(space, wordWidth(i, end, use));
            double wordStart = pen.x;
            for (; i < end; i++) {
                put(runs.get(i), pen, use);
            }
            if (marked.contains(runs.get(end - 1).word())) {
                underline(Math.min(wordStart, pen.x), pen, use);
            }
        }
        trimUnderlines();
        placeCaret(pen, use);
        laidOutWidth = width;
        height = pen.y + line;
        return height;
    }

    private int underlineCount;

    private int endOfWord(int start) {
        int end = start + 1;
        while (end < runs.size()
                && !runs.get(end).breaks()
                && runs.get(end).word() == runs.get(start).word()) {
            end++;
        }
        return end;
    }

    private double wordWidth(int from, int to, Font use) {
        double width = 0;
        for (int i = from; i < to; i++) {
            width += widths.of(runs.get(i).node().getText(), use);
        }
        return width;
    }

    private void put(Run run, Pen pen, Font use) {
        double width = widths.of(run.node().getText(), use);
        if (pen.x > 0 && pen.x + width > pen.width) {
            pen.newLine();
        }
        run.node().setFont(use);
        run.node().relocate(pen.x, pen.y);
        run.node().setLayoutX(pen.x);
        run.node().setLayoutY(pen.y + pen.line / 2);
        Rectangle tint = run.tint();
        tint.setX(pen.x - 1);
        tint.setY(pen.y + 0.08 * pen.line);
        tint.setWidth(width + 2);
        tint.setHeight(0.84 * pen.line);
        tint.setArcWidth(4);
        tint.setArcHeight(4);
        pen.x += width;
    }

    private void underline(double from, Pen pen, Font use) {
        if (underlineCount == underlines.size()) {
            Line line = new Line();
            line.setManaged(false);
            line.getStrokeDashArray().setAll(0.1, 3.2);
            line.setStrokeWidth(1.6);
            line.setStrokeLineCap(javafx.scene.shape.StrokeLineCap.ROUND);
            line.setStroke(ink.getValue());
            underlines.add(line);
            getChildren().add(line);
        }
        Line line = underlines.get(underlineCount++);
        line.setVisible(true);
        double y = pen.y + 0.92 * pen.line;
        line.setStartX(from + 1);
        line.setEndX(Math.max(from + 1, pen.x - 1));
        line.setStartY(y);
        line.setEndY(y);
    }

    private void trimUnderlines() {
        for (int i = underlineCount; i < underlines.size(); i++) {
            underlines.get(i).setVisible(false);
        }
    }

    private void placeCaret(Pen pen, Font use) {
        caret.setX(pen.x + 2);
        caret.setY(pen.y + 0.12 * pen.line);
        caret.setWidth(0.5 * use.getSize());
        caret.setHeight(0.76 * pen.line);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    /** Where the next token goes. */
    private static final class Pen {
        private final double width;
        private final double line;
        private double x;
        private double y;

        Pen(double width, double line) {
            this.width = width;
            this.line = line;
        }

        void newLine() {
            x = 0;
            y += line;
        }

        /** A space, or a new line where the word would not fit behind it. */
        void space(double space, double word) {
            if (x > 0) {
                x += space;
                if (x + word > width) {
                    newLine();
                }
            }
        }
    }
}
