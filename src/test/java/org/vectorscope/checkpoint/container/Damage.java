package org.vectorscope.checkpoint.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.vectorscope.file.BadInput;

/** Spoils files in the ways that matter to readers of binary formats and of JSON. */
public final class Damage {
    private static final long[] LENGTHS = {
        -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, (1L << 32) - 1, 1L << 31, Integer.MAX_VALUE, 1L << 40, 0, 1, 255
    };
    private static final String[] WORDS = {
        "-1",
        "0",
        "1e999",
        "9223372036854775808",
        "99999999999999999999999999",
        "null",
        "\"\"",
        "{}",
        "[]",
        "[[[[[[",
        "1.5",
        "true",
        "\\uD800",
        "NaN",
        "4294967296"
    };
    private static final long MOST_MEMORY = 64L << 20;
    private static final long MOST_TIME = 10_000_000_000L;

    private Damage() {}

    /** The same for the same seed. */
    public static byte[] damaged(byte[] original, long seed) {
        Random random = new Random(seed);
        byte[] bytes = original.clone();
        for (int i = random.nextInt(1, 4); i > 0 && bytes.length > 0; i--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> with(bytes, at, new byte[] {(byte) random.nextInt()});
            case 2 -> with(bytes, at, new byte[] {(byte) (bytes[at] ^ 1 << random.nextInt(8))});
            case 3 -> with(bytes, at, number(LENGTHS[random.nextInt(LENGTHS.length)], random.nextBoolean() ? 8 : 4));
            case 4 -> replacedNumber(bytes, at, WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8));
            case 5 -> spliced(bytes, at, at + random.nextInt(16), new byte[0]);
            default -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at / 2, Math.min(bytes.length, at / 2 + 40)));
        };
    }

    private static byte[] number(long value, int size) {
        return Arrays.copyOf(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array(),
                size);
    }

    private static byte[] with(byte[] bytes, int at, byte[] replacement) {
        byte[] changed = bytes.clone();
        System.arraycopy(replacement, 0, changed, at, Math.min(replacement.length, bytes.length - at));
        return changed;
    }

    /** Puts a word in the place of the next run of digits, or where it stands. */
    private static byte[] replacedNumber(byte[] bytes, int from, byte[] word) {
        int at = from;
        while (at < bytes.length && at < from + 400 && !Character.isDigit(bytes[at])) {
            at++;
        }
        int end = at;
        while (end < bytes.length && Character.isDigit(bytes[end])) {
            end++;
        }
        return spliced(bytes, at, end, word);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        int begin = Math.min(from, bytes.length);
        int rest = Math.min(to, bytes.length);
        return ByteBuffer.allocate(begin + middle.length + bytes.length - rest)
                .put(bytes, 0, begin)
                .put(middle)
                .put(bytes, rest, bytes.length - rest)
                .array();
    }

    /** Something that reads input. */
    public interface Reading {
        void run() throws IOException;
    }

    /**
     * Either the input is read, or it is refused with one line; in neither case is much memory taken beside what the
     * input itself is worth, nor much time.
     *
     * @param size of the input in bytes
     */
    public static void readOrRefused(long size, Reading reading) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long begun = threads.getCurrentThreadCpuTime();
        try {
            reading.run();
        } catch (BadInput e) {
            assertThat(e.getMessage().lines().count()).as(e.getMessage()).isEqualTo(1);
            assertThat(e.getMessage()).hasSizeLessThan(1_000);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_MEMORY + size);
        assertThat(threads.getCurrentThreadCpuTime() - begun).isLessThan(MOST_TIME);
    }
}
