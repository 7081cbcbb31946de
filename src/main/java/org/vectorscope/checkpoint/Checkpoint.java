package org.vectorscope.checkpoint;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.vectorscope.checkpoint.container.FourBit;
import org.vectorscope.checkpoint.container.SixteenBit;
import org.vectorscope.checkpoint.family.Architecture;

/**
 * A model on disk, opened and checked but not loaded: its configuration, its tensors by transformers' names and
 * layouts (whatever the file format calls them), its tokenizer. Nothing in it is believed before it is checked; a
 * fault is told as {@link org.vectorscope.file.BadInput}.
 */
public interface Checkpoint extends AutoCloseable {
    /** The folder or file it was opened from. */
    Path path();

    /** A name for people: the folder's or file's, without ending. */
    String name();

    /** What is computed with its tensors. */
    Architecture architecture();

    default ModelConfig config() {
        return architecture().config();
    }

    /** SHA-256 of all that decides the computation: configuration, tensor types and shapes, and their content. */
    String fingerprint();

    /** As on disk, for people: {@code F32}, {@code BF16}, {@code Q4_1}. */
    String storedAs();

    /** {@code safetensors} or {@code GGUF}. */
    String format();

    long bytesOnDisk();

    /** Number of weights; a tied embedding counts once. */
    long parameters();

    Optional<String> licence();

    boolean has(String tensor);

    /** Shape in transformers' order, for instance {@code [out, in]} of a linear layer. */
    long[] shape(String tensor);

    /**
     * The tensor as row-major float32 in native byte order: a view of the mapped file where that is what it holds,
     * else dequantised into fresh native memory. At most 2 GiB.
     *
     * @param arena holds what had to be decoded: an automatic one, or one that is closed as soon as it was copied
     */
    ByteBuffer float32(String tensor, Arena arena);

    /** As {@link #float32(String, Arena)}, rows {@code from} to {@code to}. */
    ByteBuffer float32(String tensor, long from, long to, Arena arena);

    /** As {@link #float32(String, Arena)}, for as long as something refers to it. */
    default ByteBuffer float32(String tensor) {
        return float32(tensor, Arena.ofAuto());
    }

    /** Whether numbers are stored in blocks that share a scale. */
    boolean quantised(String tensor);

    /** A matrix of 4-bit numbers as it is stored, held by the arena; empty where it is stored in another way. */
    Optional<FourBit> fourBit(String tensor, Arena arena);

    /** The numbers of a tensor of float16 or bfloat16 where they lie; empty where it is stored in another way. */
    Optional<SixteenBit> sixteenBit(String tensor);

    /** Says that what was handed out of a tensor has been copied, so that its pages can go; one looked at is read again. */
    void copied(String tensor);

    /** One row of a matrix, decoded now: for tables like the embedding, of which few rows are needed at a time. */
    float[] row(String tensor, int row);

    /** Empty where the folder holds weights only. */
    Optional<Tokenizer> tokenizer();

    Optional<ChatTemplate> chatTemplate();

    /** Unmaps the files; buffers handed out before must not be used afterwards. */
    @Override
    void close();
}
