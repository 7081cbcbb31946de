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
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.vectorscope.ui.control.Typesetting.Run;

/**
 * A text that grows token by token, each tinted by a number, with words underlined that differ from another text. Nodes
 * are kept and only added to; a text that did not change is not laid out again. A word is what stands between white
 * space, however many tokens it has.
 */
public final class TokenText extends Region {
    private static final StyleablePropertyFactory<TokenText> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    /** Tints weaker than this share of the scale are not drawn. */
    private static final double FAINT = 0.1;

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

    private final List<Run> runs = new ArrayList<>();
    private final List<Line> underlines = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final Rectangle caret = new Rectangle();
    private final Typesetting typesetting = new Typesetting();
    private final Group tints = new Group();
    private final Group texts = new Group();
    private final Group lines = new Group();
    private Set<Integer> marked = Set.of();
    private double centre;
    private double scale = 0.3;
    private boolean spaceBefore = true;

    public TokenText() {
        getStyleClass().add("token-text");
        setAccessibleRole(AccessibleRole.TEXT);
        caret.setVisible(false);
        getChildren().addAll(tints, texts, lines, caret);
        getChildren().forEach(child -> child.setManaged(false));
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
            runs.add(new Run(new Text(), new Rectangle(), Double.NaN, words.size(), true));
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
                addRun(line.substring(from, to), value);
            }
            at = to;
        }
    }

    private void addRun(String visible, double value) {
        if (spaceBefore || words.isEmpty()) {
            words.add(visible);
        } else {
            words.set(words.size() - 1, words.getLast() + visible);
        }
        spaceBefore = false;
        Text text = new Text(visible);
        text.setTextOrigin(VPos.CENTER);
        Rectangle tint = new Rectangle();
        tint.setArcWidth(4);
        tint.setArcHeight(4);
        Run run = new Run(text, tint, value, words.size() - 1, false);
        runs.add(run);
        colour(run);
        tints.getChildren().add(tint);
        texts.getChildren().add(text);
    }

    public void clear() {
        runs.clear();
        words.clear();
        underlines.clear();
        marked = Set.of();
        spaceBefore = true;
        typesetting.forget();
        for (Group group : List.of(tints, texts, lines)) {
            group.getChildren().clear();
        }
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
        typesetting.place(runs, getWidth(), font.getValue());
        underline();
        placeCaret();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double use = width > 0 ? width : getWidth();
        if (use > 0) {
            typesetting.place(runs, use, font.getValue());
        }
        return typesetting.height();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 10 * font.getValue().getSize();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private void underline() {
        double line = typesetting.lineHeight();
        int used = 0;
        for (int word : marked) {
            if (word < typesetting.words()) {
                Typesetting.Place place = typesetting.placeOf(word);
                Line dots = dots(used++);
                dots.setStartX(place.from() + 1);
                dots.setEndX(Math.max(place.from() + 1, place.to() - 1));
                dots.setStartY(place.y() + 0.92 * line);
                dots.setEndY(place.y() + 0.92 * line);
                dots.setVisible(true);
            }
        }
        for (int i = used; i < underlines.size(); i++) {
            underlines.get(i).setVisible(false);
        }
    }

    private Line dots(int index) {
        if (index == underlines.size()) {
            Line dots = new Line();
            dots.getStrokeDashArray().setAll(0.1, 3.2);
            dots.setStrokeWidth(1.6);
            dots.setStrokeLineCap(StrokeLineCap.ROUND);
            dots.setStroke(ink.getValue());
            underlines.add(dots);
            lines.getChildren().add(dots);
        }
        return underlines.get(index);
    }

    private void placeCaret() {
        double line = typesetting.lineHeight();
        caret.setX(typesetting.penX() + 2);
        caret.setY(typesetting.penY() + 0.12 * line);
        caret.setWidth(0.32 * line);
        caret.setHeight(0.76 * line);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
