package org.vectorscope.ui.export;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.Ink;
import org.vectorscope.figure.Palette;
import org.vectorscope.figure.Quantity;
import org.vectorscope.figure.export.ExportSpec;
import org.vectorscope.figure.export.ExportSpec.Extra;
import org.vectorscope.figure.export.ExportSpec.Theme;
import org.vectorscope.figure.export.Format;
import org.vectorscope.figure.export.Size;

/** What was chosen in the export dialog, and what follows from it. */
public final class ExportViewModel {
    /** The widths on offer. */
    public enum Width {
        SINGLE("Single column", Size.SINGLE_COLUMN),
        DOUBLE("Double column", Size.DOUBLE_COLUMN),
        SLIDE("Slide 16:9", Size.SLIDE),
        OWN("Own", Size.wide(5));

        private final String title;
        private final Size size;

        Width(String title, Size size) {
            this.title = title;
            this.size = size;
        }

        String title() {
            return title;
        }

        double inches() {
            return size.width();
        }
    }

    /** Where the caption goes. */
    public enum Caption {
        UNDER,
        BESIDE,
        NONE
    }

    private static final double COLUMN_TEXT = 8;
    private static final double SLIDE_TEXT = 18;

    private final Figure figure;
    private final ObjectProperty<Width> width = new SimpleObjectProperty<>(Width.SINGLE);
    private final DoubleProperty ownWidth = new SimpleDoubleProperty(Width.OWN.inches());
    private final Map<Format, BooleanProperty> formats = new EnumMap<>(Format.class);
    private final IntegerProperty dpi = new SimpleIntegerProperty(600);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.PAPER);
    private final DoubleProperty text = new SimpleDoubleProperty(COLUMN_TEXT);
    private final ObjectProperty<Caption> caption = new SimpleObjectProperty<>(Caption.UNDER);
    private final BooleanProperty recipe = new SimpleBooleanProperty(true);
    private final StringProperty folder;
    private final ReadOnlyObjectWrapper<ExportSpec> spec = new ReadOnlyObjectWrapper<>(ExportSpec.paper());

    public ExportViewModel(Figure figure, Path folder) {
        this.figure = figure;
        this.folder = new SimpleStringProperty(folder.toString());
        for (Format format : Format.values()) {
            formats.put(format, new SimpleBooleanProperty(true));
        }
        width.subscribe(this::suitText);
        for (ObservableValue<?> choice :
                new ObservableValue<?>[] {width, ownWidth, dpi, theme, text, caption, recipe}) {
            choice.subscribe(changed -> refresh());
        }
        formats.values().forEach(f -> f.subscribe(changed -> refresh()));
    }

    /** Text of eight points is for paper; on a slide nobody could read it. */
    private void suitText(Width chosen) {
        if (chosen == Width.SLIDE && text.get() < 14) {
            text.set(SLIDE_TEXT);
        } else if (chosen != Width.SLIDE && text.get() > 12) {
            text.set(COLUMN_TEXT);
        }
    }

    private void refresh() {
        Set<Format> chosen = EnumSet.noneOf(Format.class);
        formats.forEach((format, on) -> {
            if (on.get()) {
                chosen.add(format);
            }
        });
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        switch (caption.get()) {
            case UNDER -> extras.add(Extra.CAPTION_UNDER);
            case BESIDE -> extras.add(Extra.CAPTION_BESIDE);
            case NONE -> {}
        }
        if (recipe.get()) {
            extras.add(Extra.RECIPE);
        }
        spec.set(new ExportSpec(size(), chosen, dpi.get(), theme.get(), text.get(), extras));
    }

    private Size size() {
        return width.get() == Width.OWN
                ? Size.wide(Math.clamp(ownWidth.get(), Size.LEAST, Size.MOST))
                : width.get().size;
    }

    public Figure figure() {
        return figure;
    }

    public ObjectProperty<Width> width() {
        return width;
    }

    /** In inches. */
    public DoubleProperty ownWidth() {
        return ownWidth;
    }

    public BooleanProperty format(Format format) {
        return formats.getOrDefault(format, new SimpleBooleanProperty());
    }

    public IntegerProperty dpi() {
        return dpi;
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /** In points. */
    public DoubleProperty text() {
        return text;
    }

    public ObjectProperty<Caption> caption() {
        return caption;
    }

    public BooleanProperty recipe() {
        return recipe;
    }

    public StringProperty folder() {
        return folder;
    }

    public ReadOnlyObjectProperty<ExportSpec> spec() {
        return spec.getReadOnlyProperty();
    }

    /** {@code 600 dpi · 1950 px}. */
    public String pixels() {
        return dpi.get() + " dpi · " + Math.round(dpi.get() * spec.get().size().width()) + " px";
    }

    /** What will be written. */
    public String files() {
        ExportSpec now = spec.get();
        int count = now.formats().size()
                + (now.extras().contains(Extra.CAPTION_BESIDE) ? 1 : 0)
                + (now.extras().contains(Extra.RECIPE) && now.formats().contains(Format.CSV) ? 1 : 0);
        return count == 1 ? "1 file" : count + " files";
    }

    /** Whether it can be read at true size, in numbers. */
    public String legibility() {
        ExportSpec now = spec.get();
        return String.format(
                Locale.ROOT,
                "Smallest text %s pt · thinnest line %s pt · least contrast of text %.1f : 1",
                Quantity.digits(now.text(), 3),
                Quantity.digits(now.look().thinnest(), 2),
                leastContrast(now.look().palette()));
    }

    /** Text under 7 points, or too pale. */
    public boolean legible() {
        return spec.get().text() >= 7 && leastContrast(spec.get().look().palette()) >= 4.5;
    }

    private static double leastContrast(Palette palette) {
        double least = Palette.contrast(palette.muted(), palette.background());
        for (Ink ink : Ink.values()) {
            least = Math.min(least, Palette.contrast(palette.of(ink), palette.background()));
        }
        return least;
    }
}
