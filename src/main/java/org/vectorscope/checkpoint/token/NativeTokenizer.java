package org.vectorscope.checkpoint.token;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.file.BadInput;

/** The tokenizers library behind our words for it. It counts code points where Java counts chars. */
final class NativeTokenizer implements Tokenizer {
    private final String source;
    private final HuggingFaceTokenizer tokenizer;
    private final Vocabulary vocabulary;
    private final int size;

    NativeTokenizer(String source, HuggingFaceTokenizer tokenizer, Vocabulary vocabulary) {
        this.source = source;
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
        this.size = vocabulary.size();
    }

    @Override
    public Encoding encode(String text, boolean addSpecial) {
        String whole = withoutLoneSurrogates(text);
        ai.djl.huggingface.tokenizers.Encoding encoding;
        try {
            encoding = tokenizer.encode(whole, addSpecial, false);
        } catch (RuntimeException e) {
            throw new BadInput(source, "could not make tokens of a text (" + TokenizerJson.firstLine(e) + ")");
        }
        @Nullable CharSpan[] spans = encoding.getCharTokenSpans();
        int[] ids = Arrays.stream(encoding.getIds()).mapToInt(Math::toIntExact).toArray();
        int[] starts = new int[ids.length];
        int[] ends = new int[ids.length];
        int[] chars = charOfCodePoint(whole);
        for (int i = 0; i < ids.length; i++) {
            CharSpan span = spans[i];
            starts[i] = span == null ? -1 : chars[span.getStart()];
            ends[i] = span == null ? -1 : chars[span.getEnd()];
        }
        return new Encoding(ids, starts, ends);
    }

    @Override
    public String decode(int[] ids, boolean skipSpecial) {
        try {
            return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), skipSpecial);
        } catch (RuntimeException e) {
            throw new BadInput(source, "could not make text of tokens (" + TokenizerJson.firstLine(e) + ")");
        }
    }

    @Override
    public String piece(int id) {
        return vocabulary.text(id);
    }

    @Override
    public boolean isSpecial(int id) {
        return vocabulary.special().contains(id);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    /** Half a character cannot be written in UTF-8; U+FFFD takes as many chars. */
    private static String withoutLoneSurrogates(String text) {
        return text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** For each code point the index of its first char, and the length of the text at the end. */
    private static int[] charOfCodePoint(String text) {
        int[] chars = new int[text.codePointCount(0, text.length()) + 1];
        for (int at = 0, point = 0; at < text.length(); at += Character.charCount(text.codePointAt(at)), point++) {
            chars[point] = at;
        }
        chars[chars.length - 1] = text.length();
        return chars;
    }
}
