package org.vectorscope.checkpoint.token;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.Arrays;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.file.BadInput;

/**
 * The tokenizers library behind our words for it. It counts code points where Java counts chars; and it would take the
 * JVM down with it if it were closed while another thread is in it, so closing waits.
 */
final class NativeTokenizer implements Tokenizer {
    private final String source;
    private final HuggingFaceTokenizer tokenizer;
    private final Vocabulary vocabulary;
    private final int size;
    private final int longest;
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    /** @param longest chars that a text may have */
    NativeTokenizer(String source, HuggingFaceTokenizer tokenizer, Vocabulary vocabulary, int longest) {
        this.source = source;
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
        this.size = vocabulary.size();
        this.longest = longest;
    }

    @Override
    public Encoding encode(String text, boolean addSpecial) {
        if (text.length() > longest) {
            throw new BadInput(
                    source, "makes tokens of at most " + longest + " characters; this text has " + text.length());
        }
        String whole = withoutLoneSurrogates(text);
        var encoding = call("make tokens of a text", () -> tokenizer.encode(whole, addSpecial, false));
        @Nullable CharSpan[] spans = encoding.getCharTokenSpans();
        int[] ids = Arrays.stream(encoding.getIds()).mapToInt(this::known).toArray();
        if (spans.length != ids.length) {
            throw new BadInput(source, "gives " + ids.length + " tokens " + spans.length + " places in their text");
        }
        int[] starts = new int[ids.length];
        int[] ends = new int[ids.length];
        int[] chars = charOfCodePoint(whole);
        for (int i = 0; i < ids.length; i++) {
            CharSpan span = spans[i];
            starts[i] = span == null ? -1 : place(chars, span.getStart());
            ends[i] = span == null ? -1 : place(chars, span.getEnd());
        }
        return new Encoding(ids, starts, ends);
    }

    private int known(long id) {
        if (id < 0 || id >= size) {
            throw new BadInput(source, "makes a token " + id + " of a text, and has " + size);
        }
        return (int) id;
    }

    private int place(int[] chars, int point) {
        if (point < 0 || point >= chars.length) {
            throw new BadInput(source, "finds a token at a place outside of its text");
        }
        return chars[point];
    }

    @Override
    public String decode(int[] ids, boolean skipSpecial) {
        long[] wide = Arrays.stream(ids).asLongStream().toArray();
        return call("make text of tokens", () -> tokenizer.decode(wide, skipSpecial));
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
        open.writeLock().lock();
        try {
            closed = true;
            tokenizer.close();
        } finally {
            open.writeLock().unlock();
        }
    }

    private <T> T call(String purpose, Supplier<T> library) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the tokenizer is closed");
            }
            return blamingTheFile(purpose, library);
        } finally {
            open.readLock().unlock();
        }
    }

    /** The library throws nothing more particular than RuntimeException, and only for what is wrong with its file. */
    private <T> T blamingTheFile(String purpose, Supplier<T> library) {
        try {
            return library.get();
        } catch (RuntimeException e) {
            throw new BadInput(source, "could not " + purpose + " (" + TokenizerJson.firstLine(e) + ")");
        }
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
