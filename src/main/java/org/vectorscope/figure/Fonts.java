package org.vectorscope.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bundled fonts. Inter carries tabular figures and its semibold as the family's bold (JavaFX knows two weights of a
 * family only); JetBrains Mono has no ligatures. Both under the SIL Open Font License, whose text lies beside them.
 */
public enum Fonts {
    SANS("Inter-Regular.ttf"),
    SANS_BOLD("Inter-SemiBold.ttf"),
    MONO("JetBrainsMono-Regular.ttf");

    public static final String SANS_FAMILY = "Inter";
    public static final String MONO_FAMILY = "JetBrains Mono";

    private final String file;
    /** Loaded when a figure is first drawn: Java2D looks at every font of the machine, which the window need not await. */
    private @Nullable Font awt;

    Fonts(String file) {
        this.file = file;
    }

    /** Makes the families known to JavaFX, for {@code -fx-font-family: "Inter"}; to be called once at start. */
    public static void loadForJavaFx() {
        for (Fonts font : values()) {
            try (InputStream in = font.open()) {
                javafx.scene.text.Font.loadFont(in, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** For drawing with Java2D; works without a display. */
    public Font awt(float size) {
        return awt().deriveFont(size);
    }

    private synchronized Font awt() {
        if (awt == null) {
            awt = load();
        }
        return awt;
    }

    /** The TrueType file, for embedding. The caller closes it. */
    public InputStream open() {
        String path = "/org/vectorscope/fonts/" + file;
        return Objects.requireNonNull(Fonts.class.getResourceAsStream(path), path);
    }

    private Font load() {
        try (InputStream in = open()) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file + " is not a TrueType font", e);
        }
    }
}
