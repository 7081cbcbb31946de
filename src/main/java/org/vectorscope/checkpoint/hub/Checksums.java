package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.vectorscope.file.Sha256;
import org.vectorscope.job.Monitor;

/** Checks a file against what the hub says of it. */
final class Checksums {
    private static final int GIT_DIGITS = 40;

    private Checksums() {}

    /** @param checksum 64 hexadecimal digits: SHA-256; 40: Git's name of the content, SHA-1 over a header and it */
    static boolean match(Path file, String checksum, Monitor monitor) throws IOException {
        MessageDigest digest = checksum.length() == GIT_DIGITS ? git(Files.size(file)) : Sha256.digest();
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                monitor.check();
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(checksum);
    }

    private static MessageDigest git(long size) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
