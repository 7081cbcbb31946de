package org.vectorscope.checkpoint;

import java.nio.file.Path;
import java.util.Optional;

/** Where a checkpoint comes from; the words are those of {@link Checkpoint}. */
record Origin(Path path, String name, String format, long bytes, Optional<String> licence) {}
