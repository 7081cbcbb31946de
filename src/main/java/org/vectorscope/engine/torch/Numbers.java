package org.vectorscope.engine.torch;

/** Types of the numbers that blocks compute with, by libtorch's codes. */
enum Numbers {
    FLOAT16(5),
    FLOAT32(6),
    BFLOAT16(15);

    private final int code;

    Numbers(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    int bytes() {
        return this == FLOAT32 ? Float.BYTES : Short.BYTES;
    }
}
