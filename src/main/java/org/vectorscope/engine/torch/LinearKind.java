package org.vectorscope.engine.torch;

import java.util.List;
import org.vectorscope.engine.Precision;

/** How linear layers are computed. Each is a text of its own: one unknown operation refuses a whole program. */
enum LinearKind {
    /** float32, weights reordered once by oneDNN. */
    PACKED("linear-packed", LinearKind.MATRIX, Numbers.FLOAT32, true),
    /** float32, weights as they are: where libtorch was built without oneDNN. */
    PLAIN("linear-plain", LinearKind.MATRIX, Numbers.FLOAT32, false),
    /** float16 weights that FBGEMM widens as it multiplies. */
    HALF("linear-half", LinearKind.FBGEMM, Numbers.FLOAT32, true),
    /** float16 weights, widened before each use. */
    HALF_PLAIN("linear-half-plain", LinearKind.MATRIX, Numbers.FLOAT32, true),
    /** bfloat16 in oneDNN's order: processors with AMX or AVX-512 BF16. */
    BF16_PACKED("linear-bf16-packed", LinearKind.MATRIX, Numbers.BFLOAT16, true),
    /** bfloat16 as libtorch does it. */
    BF16_PLAIN("linear-bf16-plain", LinearKind.MATRIX, Numbers.BFLOAT16, true),
    /** bfloat16 weights and activations, multiplied as float32. */
    BF16_HALF("linear-bf16-half", LinearKind.FBGEMM, Numbers.BFLOAT16, true),
    /** float16 as libtorch does it, on a GPU. */
    F16_PLAIN("linear-f16-plain", LinearKind.MATRIX, Numbers.FLOAT16, true),
    /** 4-bit weights where the file holds them or they are made on loading, else as {@link #HALF}. */
    FOUR(
            "linear-four",
            "Tuple[Optional[Tensor], Optional[Tensor], Optional[" + LinearKind.FBGEMM + "], Optional[Tensor]]",
            Numbers.FLOAT32,
            true);

    private static final String MATRIX = "Tuple[Tensor, Optional[Tensor]]";
    private static final String FBGEMM = "__torch__.torch.classes.quantized.LinearPackedParamsBase";

    private final String text;
    private final String weight;
    private final Numbers activations;
    private final boolean copies;

    LinearKind(String text, String weight, Numbers activations, boolean copies) {
        this.text = text;
        this.weight = weight;
        this.activations = activations;
        this.copies = copies;
    }

    /** The kinds that compute in a precision, the one to be preferred first. */
    static List<LinearKind> of(Precision precision, boolean gpu) {
        return gpu ? ofGpu(precision) : ofCpu(precision);
    }

    private static List<LinearKind> ofGpu(Precision precision) {
        return switch (precision) {
            case F32 -> List.of(PLAIN);
            case F16W -> List.of(HALF_PLAIN);
            case BF16 -> List.of(BF16_PLAIN);
            case F16 -> List.of(F16_PLAIN);
            case W4 -> List.of();
        };
    }

    private static List<LinearKind> ofCpu(Precision precision) {
        return switch (precision) {
            case F32 -> List.of(PACKED, PLAIN);
            case F16W -> List.of(HALF, HALF_PLAIN);
            case BF16 -> List.of(BF16_PACKED, BF16_HALF, BF16_PLAIN);
            case W4 -> List.of(FOUR);
            case F16 -> List.of();
        };
    }

    /** Name of the resource that a family's program is completed with. */
    String text() {
        return text;
    }

    /** The type of a prepared weight, bias included. */
    String weight() {
        return weight;
    }

    Numbers activations() {
        return activations;
    }

    /** Whether a prepared weight is a copy, so that what it was made from can go. */
    boolean copies() {
        return copies;
    }
}
