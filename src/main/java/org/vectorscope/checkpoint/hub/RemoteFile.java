package org.vectorscope.checkpoint.hub;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file in a repository of the hub.
 *
 * @param path in the repository
 * @param size in bytes
 * @param checksum SHA-256 of a large file (64 hexadecimal digits), or Git's own of a small one (40)
 */
record RemoteFile(String path, OptionalLong size, Optional<String> checksum) {
    /** Without its folder. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
