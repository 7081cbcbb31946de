package org.vectorscope.checkpoint.hub;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.MemoryNeed;

/**
 * A model on disk, as far as can be told without loading it.
 *
 * @param name for people
 * @param reference what {@code --model} takes for it
 * @param format {@code safetensors} or {@code GGUF}; empty where it is neither
 * @param family transformers' {@code model_type}; empty where nothing says it
 * @param parameters number of weights; null where they cannot be counted
 * @param dtype as stored; empty where nothing says it
 * @param bytes on disk
 * @param memoryNeeded estimated bytes once loaded in float32, with {@value #ROWS} arms of {@value #TOKENS} tokens; null where it
 *     cannot be run
 * @param why it cannot be run; null where it can
 * @param memory what decides the memory needed besides the precision; null where it cannot be run
 */
public record ModelEntry(
        String name,
        String reference,
        ModelSource source,
        @JsonSerialize(using = ToStringSerializer.class) Path path,
        String format,
        String family,
        @Nullable Long parameters,
        String dtype,
        long bytes,
        @Nullable Long memoryNeeded,
        boolean runnable,
        @Nullable String why,
        @JsonIgnore MemoryNeed.@Nullable Parts memory) {
    /** Arms that the estimate of memory is made for. */
    public static final int ROWS = 8;

    /** Tokens an arm that the estimate of memory is made for. */
    public static final int TOKENS = 512;
}
