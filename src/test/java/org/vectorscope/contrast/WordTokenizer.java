package org.vectorscope.contrast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vectorscope.checkpoint.Tokenizer;

/** A small whole tokenizer: a word with the space before it, a tag in angle brackets, or one other character. */
final class WordTokenizer implements Tokenizer {
    private static final Pattern TOKEN = Pattern.compile("<[a-z|_]+>| ?\\p{L}+|[^\\p{L}]", Pattern.DOTALL);

    private final List<String> vocabulary = new ArrayList<>(List.of("<bos>"));

    @Override
    public Encoding encode(String text, boolean addSpecial) {
        List<int[]> tokens = new ArrayList<>();
        if (addSpecial) {
            tokens.add(new int[] {0, -1, -1});
        }
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(new int[] {id(matcher.group()), matcher.start(), matcher.end()});
        }
        return new Encoding(column(tokens, 0), column(tokens, 1), column(tokens, 2));
    }

    private static int[] column(List<int[]> rows, int index) {
        return rows.stream().mapToInt(row -> row[index]).toArray();
    }

    private int id(String piece) {
        int known = vocabulary.indexOf(piece);
        if (known >= 0) {
            return known;
        }
        vocabulary.add(piece);
        return vocabulary.size() - 1;
    }

    @Override
    public String decode(int[] ids, boolean skipSpecial) {
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            text.append(piece(id));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String piece(int id) {
        return vocabulary.get(id);
    }

    @Override
    public boolean isSpecial(int id) {
        return id == 0;
    }

    @Override
    public int size() {
        return vocabulary.size();
    }

    @Override
    public void close() {}
}
