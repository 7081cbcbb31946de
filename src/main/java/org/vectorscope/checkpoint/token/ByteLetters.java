package org.vectorscope.checkpoint.token;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * GPT-2's letters for bytes (bytes_to_unicode of its encoder.py): a printable byte of Latin-1 is its own letter, the
 * others are the letters from U+0100 on, in their order.
 */
final class ByteLetters {
    private static final char FIRST_SUBSTITUTE = 0x100;
    private static final int[] BYTES = bytes();

    private ByteLetters() {}

    /** The text of a piece; a byte that is no whole character becomes {@code <0xE2>}. */
    static String readable(String piece) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < piece.length(); i++) {
            char letter = piece.charAt(i);
            if (letter >= BYTES.length || BYTES[letter] < 0) {
                return piece;
            }
            bytes.write(BYTES[letter]);
        }
        return decoded(bytes.toByteArray());
    }

    private static String decoded(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length * 6);
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError();
                result = decoder.decode(in, out, true)) {
            for (int i = 0; i < result.length(); i++) {
                out.put(String.format("<0x%02X>", in.get() & 0xFF));
            }
        }
        return out.flip().toString();
    }

    private static boolean printable(int b) {
        return b >= '!' && b <= '~' || b >= 0xA1 && b <= 0xAC || b >= 0xAE && b <= 0xFF;
    }

    /** Byte of a letter, or -1. */
    private static int[] bytes() {
        int[] bytes = new int[FIRST_SUBSTITUTE + 256];
        Arrays.fill(bytes, -1);
        int next = FIRST_SUBSTITUTE;
        for (int b = 0; b < 256; b++) {
            bytes[printable(b) ? b : next++] = b;
        }
        return bytes;
    }
}
