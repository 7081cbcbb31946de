package org.vectorscope.figure.screen;

import java.awt.Font;
import java.awt.font.GlyphVector;
import javafx.scene.canvas.GraphicsContext;
import org.jfree.fx.FXGraphics2D;
import org.jfree.fx.FXHints;

/**
 * Draws on a canvas as {@link FXGraphics2D} does, but fills the outlines of letters. Text on a canvas is laid out by
 * JavaFX's rendering thread while the application's thread lays out labels, and the two share memory that neither guards:
 * once in many windows a layout fails. It also makes the letters those of the exported figures.
 */
final class OutlinedText extends FXGraphics2D {
    OutlinedText(GraphicsContext context) {
        super(context);
        setRenderingHint(FXHints.KEY_USE_FX_FONT_METRICS, false);
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (text.isEmpty()) {
            return;
        }
        char[] letters = text.toCharArray();
        GlyphVector glyphs = getFont()
                .layoutGlyphVector(getFontRenderContext(), letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
        fill(glyphs.getOutline(x, y));
    }
}
