package org.vectorscope.figure.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.vectorscope.figure.Fonts;

/** One page of lines and text, the glyphs in use embedded. */
final class PdfFile {
    private PdfFile() {}

    static void write(FigurePage page, Map<String, String> notes, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument();
                Embedded fonts = new Embedded(document)) {
            PDPage sheet = new PDPage(new PDRectangle((float) page.width(), (float) page.height()));
            document.addPage(sheet);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, (float) page.width(), (float) page.height());
            g.setFontTextDrawer(fonts);
            page.draw(g);
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                content.drawForm(g.getXFormObject());
            }
            PDDocumentInformation information = document.getDocumentInformation();
            information.setCreator("Vectorscope");
            information.setTitle(notes.getOrDefault("Title", ""));
            information.setSubject(notes.getOrDefault("Description", ""));
            information.setKeywords(notes.getOrDefault("Recipe", ""));
            document.save(out);
        }
    }

    /** Draws text as text, always with a bundled font. */
    private static final class Embedded extends PdfBoxGraphics2DFontTextDrawer {
        private final PDDocument document;
        private final Map<Fonts, PDFont> loaded = new EnumMap<>(Fonts.class);

        Embedded(PDDocument document) {
            this.document = document;
        }

        @Override
        protected PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
            Fonts wanted = font.isBold() ? Fonts.SANS_BOLD : Fonts.SANS;
            PDFont present = loaded.get(wanted);
            if (present != null) {
                return present;
            }
            try (InputStream in = wanted.open()) {
                PDFont made = PDType0Font.load(document, in, true);
                loaded.put(wanted, made);
                return made;
            }
        }
    }
}
