package org.vectorscope.engine.torch;

import java.util.List;
import org.vectorscope.engine.Precision;

/** How linear layers are computed. Each is a text of its own: one unknown operation refuses a whole program. */
enum LinearKind {
    /** float32, weights reordered once by oneDNN. */
    PACKED(LinearKind.MATRIX, Numbers.FLOAT32, true, "linear-packed"),
    /** float32, weights as they are: where libtorch was built without oneDNN. */
    PLAIN(LinearKind.MATRIX, Numbers.FLOAT32, false, "linear-plain"),
    /** float16 weights that FBGEMM widens as it multiplies. */
    HALF(LinearKind.FBGEMM, Numbers.FLOAT32, true, "fbgemm", "linear-half"),
    /** float16 weights, widened before each use. */
    HALF_PLAIN(LinearKind.MATRIX, Numbers.FLOAT32, true, "linear-half-plain"),
    /** bfloat16 in oneDNN's order: processors with AMX or AVX-512 BF16. */
    BF16_PACKED(LinearKind.MATRIX, Numbers.BFLOAT16, true, "linear-bf16-packed"),
    /** bfloat16 as libtorch does it. */
    BF16_PLAIN(LinearKind.MATRIX, Numbers.BFLOAT16, true, "linear-bf16-plain"),
    /** bfloat16 weights and activations, multiplied as float32. */
    BF16_HALF(LinearKind.FBGEMM, Numbers.BFLOAT16, true, "fbgemm", "linear-bf16-half"),
    /** float16 as libtorch does it, on a GPU. */
    F16_PLAIN(LinearKind.MATRIX, Numbers.FLOAT16, true, "linear-f16-plain"),
    /** 4-bit weights where the file holds them or they are made on loading, else as {@link #HALF}. */
    FOUR(
            "Tuple[Optional[Tensor], Optional[Tensor], Optional[" + LinearKind.FBGEMM + "], Optional[Tensor]]",
            Numbers.FLOAT32,
            true,
            "fbgemm",
            "linear-four");

    /** What a matrix in FBGEMM's order is called by the programs that hold some. */
    static final String FBGEMM_MATRIX = "__torch__.torch.classes.quantized.LinearPackedParamsBase";

    private static final String MATRIX = "Tuple[Tensor, Optional[Tensor]]";
    private static final String FBGEMM = "List[" + FBGEMM_MATRIX + "]";

    private final List<String> texts;
    private final String weight;
    private final Numbers activations;
    private final boolean copies;

    LinearKind(String weight, Numbers activations, boolean copies, String... texts) {
        this.texts = List.of(texts);
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

    /** Names of the resources that a family's program is completed with. */
    List<String> texts() {
        return texts;
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
