package org.vectorscope.figure.export;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Pixels, with their size on paper and the recipe as text chunks. */
public final class PngFile {
    private static final String FORM = "javax_imageio_png_1.0";
    private static final double METRE = 39.3701; // inches
    /** More than this is more than a viewer would open. */
    private static final long MOST_PIXELS = 400_000_000L;

    private PngFile() {}

    public static BufferedImage image(FigurePage page, double dpi) {
        double scale = dpi / 72;
        long across = Math.round(page.width() * scale);
        long down = Math.round(page.height() * scale);
        if (across * down > MOST_PIXELS) {
            throw new IllegalArgumentException(across + " × " + down + " pixels are too many for one picture");
        }
        BufferedImage image = new BufferedImage((int) across, (int) down, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            g.scale(scale, scale);
            page.draw(g);
        } finally {
            g.dispose();
        }
        return image;
    }

    static void write(FigurePage page, int dpi, Map<String, String> notes, OutputStream out) throws IOException {
        BufferedImage image = image(page, dpi);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
            metadata.mergeTree(FORM, tree(dpi, notes));
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } catch (IIOInvalidTreeException e) {
            throw new IOException("cannot describe the picture", e);
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadataNode tree(int dpi, Map<String, String> notes) {
        IIOMetadataNode root = new IIOMetadataNode(FORM);
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        String density = Long.toString(Math.round(dpi * METRE));
        size.setAttribute("pixelsPerUnitXAxis", density);
        size.setAttribute("pixelsPerUnitYAxis", density);
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        IIOMetadataNode texts = new IIOMetadataNode("iTXt");
        notes.forEach((name, text) -> {
            IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
            entry.setAttribute("keyword", name);
            entry.setAttribute("compressionFlag", "FALSE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "en");
            entry.setAttribute("translatedKeyword", name);
            entry.setAttribute("text", text);
            texts.appendChild(entry);
        });
        root.appendChild(texts);
        return root;
    }
}
