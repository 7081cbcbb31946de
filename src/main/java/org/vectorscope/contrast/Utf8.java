package org.vectorscope.contrast;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vectorscope.file.BadInput;

/** Text files as UTF-8 and nothing else; a byte-order mark is tolerated. */
final class Utf8 {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    static byte[] bytes(Path file, long largest) throws IOException {
        if (!Files.exists(file)) {
            throw new BadInput(file, "no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInput(file, "is not a file");
        }
        long size = Files.size(file);
        if (size > largest) {
            throw new BadInput(
                    file, "is " + size + " bytes, more than the " + largest + " a file of this kind may have");
        }
        return Files.readAllBytes(file);
    }

    /** @throws BadInput with the line of the first byte that is not UTF-8 */
    static String decode(String source, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new BadInput(
                    source,
                    "line " + lineOf(bytes, in.position()) + ": not UTF-8 text (byte " + in.position()
                            + " of the file)");
        }
        out.flip();
        String text = out.toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
