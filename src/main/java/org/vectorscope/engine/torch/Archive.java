package org.vectorscope.engine.torch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript archive made from program text alone: a zip of stored entries around one source file, in the dialect
 * that {@code torch.jit.save} writes. The pickle in it holds nothing but "an object of this class, not training".
 */
final class Archive {
    private static final byte[] EMPTY_TUPLE = {(byte) 0x80, 2, ')', '.'};

    private Archive() {}

    /** @param type name of the one class that {@code source} declares */
    static InputStream of(String type, String source) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "version", utf8("10\n"));
            store(zip, "byteorder", utf8("little"));
            store(zip, "constants.pkl", EMPTY_TUPLE);
            store(zip, "data.pkl", pickle(type));
            store(zip, "code/__torch__.py", utf8(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static byte[] pickle(String type) {
        byte[] field = utf8("training");
        ByteArrayOutputStream p = new ByteArrayOutputStream();
        p.writeBytes(new byte[] {(byte) 0x80, 2}); // protocol 2
        p.writeBytes(utf8("c__torch__\n" + type + "\n")); // the class
        p.writeBytes(
                new byte[] {')', (byte) 0x81, '}', '(', 'X'}); // an instance; its state: a dictionary of one string
        p.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(field.length)
                .array());
        p.writeBytes(field);
        p.writeBytes(new byte[] {(byte) 0x89, 'u', 'b', '.'}); // False; set the items; build; end
        return p.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry("program/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
