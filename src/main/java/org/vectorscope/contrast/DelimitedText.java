package org.vectorscope.contrast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.file.BadInput;

/** CSV and TSV with a header; RFC 4180 quoting in both. */
final class DelimitedText {
    private static final String WANTED =
            "the first line must name the columns positive and negative (and prompt, if wanted)";

    private DelimitedText() {}

    static ContrastSet read(String source, String text) {
        String header = text.stripLeading().lines().findFirst().orElse("");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(header.indexOf('\t') >= 0 ? '\t' : ',')
                .setIgnoreEmptyLines(true)
                .get();
        PairList pairs = new PairList(source);
        try (CSVParser parser = CSVParser.parse(text, format)) {
            var records = parser.iterator();
            Columns columns = Columns.of(source, records.next());
            Lines lines = new Lines(text);
            while (records.hasNext()) {
                CSVRecord row = records.next();
                long line = lines.at(row.getCharacterPosition());
                pairs.add("line " + line, columns.pair(source, line, row));
            }
        } catch (UncheckedIOException e) {
            throw new BadInput(source, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new BadInput(source, String.valueOf(e.getMessage()));
        }
        return ContrastFiles.bare(source, pairs.kind(), pairs.done());
    }

    static String write(ContrastSet set) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord("prompt", "positive", "negative");
            for (Pair pair : set.pairs()) {
                printer.printRecord(pair.prompt(), pair.positive(), pair.negative());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Line numbers of ascending positions; a quoted field may hold lines of its own, so records do not count them. */
    private static final class Lines {
        private final String text;
        private int position;
        private long line = 1;

        Lines(String text) {
            this.text = text;
        }

        long at(long start) {
            int end = (int) Math.min(start, text.length());
            while (end < text.length() && (text.charAt(end) == '\n' || text.charAt(end) == '\r')) {
                end++;
            }
            for (; position < end; position++) {
                if (text.charAt(position) == '\n') {
                    line++;
                }
            }
            return line;
        }
    }

    /** @param prompt −1 where there is no such column */
    private record Columns(int width, int prompt, int positive, int negative) {
        static Columns of(String source, CSVRecord header) {
            List<String> names =
                    header.stream().map(n -> n.strip().toLowerCase(Locale.ROOT)).toList();
            Columns columns = new Columns(
                    names.size(), names.indexOf("prompt"), names.indexOf("positive"), names.indexOf("negative"));
            if (columns.positive < 0 || columns.negative < 0) {
                throw new BadInput(source, "line 1: neither JSON nor a table of pairs; " + WANTED);
            }
            return columns;
        }

        Pair pair(String source, long line, CSVRecord row) {
            if (row.size() != width) {
                throw new BadInput(
                        source, "line " + line + ": " + row.size() + " columns where the header has " + width);
            }
            return new Pair(prompt < 0 ? "" : row.get(prompt), row.get(positive), row.get(negative));
        }
    }
}
