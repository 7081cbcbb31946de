package org.vectorscope.checkpoint;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Tiny Llama checkpoints with random weights, made with transformers by {@code src/test/python/tiny_models.py} and kept
 * in the resources under {@code org/vectorscope/checkpoint/tiny}.
 *
 * <ul>
 *   <li>{@link #FOLDERS}: {@code NAME/} with {@code config.json}, {@code model.safetensors} and
 *       {@code trace.safetensors}; {@code sharded} holds the weights of {@code new-spelling} in three files and shares
 *       its trace.
 *   <li>{@link #QUANTISED}: {@code gguf/TYPE.gguf} and {@code gguf/TYPE.trace.safetensors}, which also has
 *       {@code model.layers.0.self_attn.q_proj.weight} and {@code k_proj} (and {@code mlp.down_proj} of the narrow ones)
 *       as transformers sees them.
 *   <li>{@link #SAME_AS_FOLDER}: {@code gguf/NAME.gguf} with exactly the weights of folder {@code NAME}, whose trace
 *       holds for it.
 * </ul>
 *
 * <p>A trace is one forward pass of transformers in float32 over {@code ids} i64 [n_tokens]: {@code embeddings},
 * {@code resid_post.L} f32 [n_tokens, d_model], {@code logits} f32 [n_tokens, vocabulary]. {@code talking} has a
 * tokenizer, a chat template and ids that end a generation besides: a whole program can be tried on it.
 */
public final class TinyModels {
    public static final List<String> FOLDERS = List.of(
            "new-spelling",
            "sharded",
            "old-spelling",
            "tied",
            "biased",
            "free-head-dim",
            "llama3-scaling",
            "linear-scaling",
            "float32",
            "bfloat16",
            "talking");

    public static final List<String> QUANTISED =
            List.of("F32", "F16", "BF16", "Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q4_K", "Q5_K", "Q6_K");

    public static final List<String> SAME_AS_FOLDER = List.of("biased", "llama3-scaling", "linear-scaling", "talking");

    private TinyModels() {}

    public static Path folder(String name) {
        return resource(name + "/config.json").getParent();
    }

    public static Path gguf(String name) {
        return resource("gguf/" + name + ".gguf");
    }

    /** The first of two parts of {@code gguf/Q4_0.gguf}, split by gguf-py. */
    public static Path split() {
        return resource("split/Q4_0-00001-of-00002.gguf");
    }

    /** The trace of one of {@link #FOLDERS}. */
    public static Path trace(String folder) {
        return resource((folder.equals("sharded") ? "new-spelling" : folder) + "/trace.safetensors");
    }

    /** The trace of one of {@link #QUANTISED}. */
    public static Path ggufTrace(String type) {
        return resource("gguf/" + type + ".trace.safetensors");
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(TinyModels.class.getResource("tiny/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
