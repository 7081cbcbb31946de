package org.vectorscope.checkpoint.container;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vectorscope.file.BadInput;

/** Reads a GGUF file's values one after another, each only if the file is long enough for it. */
final class GgufCursor {
    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int TEXT = 8;
    private static final int ARRAY = 9;
    private static final int LAST_TYPE = 12;
    private static final int DEEPEST_ARRAY = 4;
    private static final int LONGEST_STRING = 64 << 20;

    private final String source;
    private final MemorySegment file;
    private long position;
    private long elementsLeft = 8_000_000;

    GgufCursor(String source, MemorySegment file) {
        this(source, file, 0);
    }

    private GgufCursor(String source, MemorySegment file, long position) {
        this.source = source;
        this.file = file;
        this.position = position;
    }

    long position() {
        return position;
    }

    int u32() {
        return file.get(U32, take(4));
    }

    long u64() {
        return file.get(U64, take(8));
    }

    /** A count of things of which each takes at least {@code bytesEach} bytes of what is left of the file. */
    int count(String what, int bytesEach, int most) {
        long begin = position;
        long count = u64();
        if (count < 0 || count > most || count > (file.byteSize() - position) / bytesEach) {
            throw fault(
                    begin,
                    "speaks of " + Long.toUnsignedString(count) + " " + what
                            + ", more than there can be in what is left of the file");
        }
        return (int) count;
    }

    String string() {
        int length = count("bytes of text", 1, LONGEST_STRING);
        byte[] bytes = file.asSlice(take(length), length).toArray(ValueLayout.JAVA_BYTE);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A value of a type: Long, Double, Boolean, String, or a {@link GgufArray} of these. */
    Object value(int type) {
        return value(type, 0);
    }

    private Object value(int type, int depth) {
        return switch (type) {
            case 0 -> (long) (file.get(ValueLayout.JAVA_BYTE, take(1)) & 0xFF);
            case 1 -> (long) file.get(ValueLayout.JAVA_BYTE, take(1));
            case 2 -> (long) (file.get(U16, take(2)) & 0xFFFF);
            case 3 -> (long) file.get(U16, take(2));
            case 4 -> u32() & 0xFFFFFFFFL;
            case 5 -> (long) u32();
            case 6 -> (double) Float.intBitsToFloat(u32());
            case 7 -> file.get(ValueLayout.JAVA_BYTE, take(1)) != 0;
            case TEXT -> string();
            case ARRAY -> array(depth + 1);
            case 10, 11 -> u64();
            case 12 -> Double.longBitsToDouble(u64());
            default -> throw fault(position - 4, "names the unknown value type " + Integer.toUnsignedString(type));
        };
    }

    private GgufArray array(int depth) {
        if (depth > DEEPEST_ARRAY) {
            throw fault(position, "has arrays within arrays more than " + DEEPEST_ARRAY + " deep");
        }
        int type = u32();
        long before = position;
        int length = count("array elements", smallest(type), Integer.MAX_VALUE);
        elementsLeft -= length;
        if (elementsLeft < 0) {
            throw fault(before, "has more array elements than any vocabulary needs");
        }
        long begin = position;
        pass(type, length, depth);
        return new GgufArray(() -> new GgufCursor(source, file, begin).values(type, length, depth));
    }

    /** Goes over values and checks that they are there: what they are takes memory only when it is asked for. */
    private void pass(int type, int length, int depth) {
        if (type == TEXT) {
            for (int i = 0; i < length; i++) {
                take(count("bytes of text", 1, LONGEST_STRING));
            }
        } else if (type == ARRAY) {
            for (int i = 0; i < length; i++) {
                array(depth + 1);
            }
        } else if (type >= 0 && type <= LAST_TYPE) {
            take((long) length * smallest(type));
        } else if (length > 0) {
            throw fault(position, "names the unknown value type " + Integer.toUnsignedString(type));
        }
    }

    private List<Object> values(int type, int length, int depth) {
        List<Object> values = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            values.add(value(type, depth));
        }
        return values;
    }

    private static int smallest(int type) {
        return switch (type) {
            case 2, 3 -> 2;
            case 4, 5, 6 -> 4;
            case 8, 10, 11, 12 -> 8;
            case 9 -> 12;
            default -> 1;
        };
    }

    private long take(long bytes) {
        if (bytes > file.byteSize() - position) {
            throw fault(position, "is cut off: " + bytes + " more bytes belong here");
        }
        long at = position;
        position += bytes;
        return at;
    }

    BadInput fault(long at, String fault) {
        return new BadInput(source, "byte " + at + ": " + fault);
    }
}
