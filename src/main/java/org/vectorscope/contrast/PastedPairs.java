package org.vectorscope.contrast;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.vectorscope.file.BadInput;

/** Pairs from the clipboard: any format that a file may have, and rows of a spreadsheet without a header. */
public final class PastedPairs {
    private static final String SOURCE = "clipboard";

    private PastedPairs() {}

    /** @throws BadInput if it is neither */
    public static ContrastSet read(String text) {
        String first = text.stripLeading().lines().findFirst().orElse("");
        int columns = first.split("\t", -1).length;
        boolean plainRows = columns == 2 || columns == 3;
        boolean header = List.of(first.toLowerCase(Locale.ROOT).split("\t")).contains("positive");
        String rows = plainRows && !header
                ? (columns == 2 ? "positive\tnegative\n" : "prompt\tpositive\tnegative\n") + text
                : text;
        return ContrastFiles.parse(SOURCE, rows.getBytes(StandardCharsets.UTF_8));
    }
}
