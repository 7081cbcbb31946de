package org.vectorscope.checkpoint.container;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts of files that were handed out as they lie there. Whoever asks for a weight copies it into the order it computes
 * in before it asks for many more, so that pages of earlier ones can go; one that is still looked at is read again.
 */
public final class Views {
    private static final long MOST = 16L << 20;

    private final List<MemorySegment> handedOut = new ArrayList<>();
    private long bytes;

    public synchronized void add(MemorySegment part) {
        if (bytes > MOST) {
            handedOut.forEach(MappedPages::giveBack);
            handedOut.clear();
            bytes = 0;
        }
        handedOut.add(part);
        bytes += part.byteSize();
    }
}
