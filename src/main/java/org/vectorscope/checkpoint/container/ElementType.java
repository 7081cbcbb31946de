package org.vectorscope.checkpoint.container;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How numbers are stored, in safetensors' and ggml's names. Quantised types store blocks along a row; a row is always
 * a whole number of blocks. Those without a decoder are known by name and size only, so that a file holding them can
 * be told apart from a broken one.
 */
public enum ElementType {
    F64(1, 8, Decoders::f64),
    F32(1, 4, Decoders::f32),
    F16(1, 2, Decoders::f16),
    BF16(1, 2, Decoders::bf16),
    Q4_0(32, 18, LegacyBlocks::q4v0),
    Q4_1(32, 20, LegacyBlocks::q4v1),
    Q5_0(32, 22, LegacyBlocks::q5v0),
    Q5_1(32, 24, LegacyBlocks::q5v1),
    Q8_0(32, 34, LegacyBlocks::q8v0),
    Q4_K(256, 144, SuperBlocks::q4k),
    Q5_K(256, 176, SuperBlocks::q5k),
    Q6_K(256, 210, SuperBlocks::q6k),
    I64(1, 8, RowDecoder.NONE),
    U64(1, 8, RowDecoder.NONE),
    I32(1, 4, RowDecoder.NONE),
    U32(1, 4, RowDecoder.NONE),
    I16(1, 2, RowDecoder.NONE),
    U16(1, 2, RowDecoder.NONE),
    I8(1, 1, RowDecoder.NONE),
    U8(1, 1, RowDecoder.NONE),
    BOOL(1, 1, RowDecoder.NONE),
    F8_E4M3(1, 1, RowDecoder.NONE),
    F8_E5M2(1, 1, RowDecoder.NONE),
    F8_E8M0(1, 1, RowDecoder.NONE),
    C64(1, 8, RowDecoder.NONE);

    private final int blockElements;
    private final int blockBytes;
    private final RowDecoder decoder;

    ElementType(int blockElements, int blockBytes, RowDecoder decoder) {
        this.blockElements = blockElements;
        this.blockBytes = blockBytes;
        this.decoder = decoder;
    }

    public int blockElements() {
        return blockElements;
    }

    public int blockBytes() {
        return blockBytes;
    }

    /** Whether it can be read as float32. */
    public boolean decodable() {
        return decoder != RowDecoder.NONE;
    }

    RowDecoder decoder() {
        return decoder;
    }

    /** The safetensors {@code dtype} of this name, quantised types not being among them. */
    static Optional<ElementType> ofSafetensors(String dtype) {
        return Arrays.stream(values())
                .filter(type -> type.blockElements == 1 && type.name().equals(dtype))
                .findFirst();
    }

    static List<ElementType> readable() {
        return Arrays.stream(values()).filter(ElementType::decodable).toList();
    }
}
