package org.vectorscope.checkpoint.hub;

import java.nio.file.Path;

/** Something on disk that should be a model: a folder or a GGUF file; the words are those of {@link ModelEntry}. */
record ModelPlace(String name, String reference, ModelSource source, Path path) {}
