package org.vectorscope.figure.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.vectorscope.figure.Fonts;

/** The glyphs in use as {@code @font-face} rules. */
final class WebFont {
    /** What a browser needs; the layout tables would be the larger part of the file. */
    private static final List<String> TABLES =
            List.of("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "name", "OS/2", "post");

    private WebFont() {}

    /** @param used code points per font */
    static String faces(Map<Fonts, Set<Integer>> used) throws IOException {
        StringBuilder css = new StringBuilder();
        for (Map.Entry<Fonts, Set<Integer>> entry : used.entrySet()) {
            String weight = entry.getKey() == Fonts.SANS_BOLD ? "bold" : "normal";
            css.append("@font-face{font-family:Inter;font-weight:")
                    .append(weight)
                    .append(";src:url(data:font/ttf;base64,")
                    .append(Base64.getEncoder().encodeToString(subset(entry.getKey(), entry.getValue())))
                    .append(") format('truetype')}\n");
        }
        return css.toString();
    }

    private static byte[] subset(Fonts font, Set<Integer> codes) throws IOException {
        try (InputStream in = font.open();
                TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            TTFSubsetter subsetter = new TTFSubsetter(whole, TABLES);
            subsetter.addAll(codes);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            return out.toByteArray();
        }
    }
}
