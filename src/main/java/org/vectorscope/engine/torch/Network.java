package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.checkpoint.ModelConfig.Attention;
import org.vectorscope.checkpoint.family.Architecture;
import org.vectorscope.checkpoint.family.Slot;
import org.vectorscope.job.Monitor;

/** A loaded model's own arithmetic, block by block. Rows of tokens are flat: [b · t, d_model]. */
final class Network implements AutoCloseable {
    /** Weights whose reading leaves more behind than a full collection costs. */
    private static final long MUCH = 20_000_000;

    private final ModelConfig config;
    private final NDManager manager;
    private final Program program;
    private final String family;
    private final LinearKind kind;
    private final List<Rotary> ropes;
    private final List<IValue> blocks;
    private final IValue head;
    private final Embedding embedding;
    private final IntFunction<float[]> headRows;

    /** Made when it is first needed; like all else here it is used on the engine's thread only. */
    private @Nullable Program mirrored;

    private Network(
            ModelConfig config,
            NDManager manager,
            Program program,
            String family,
            LinearKind kind,
            List<IValue> blocks,
            IValue head,
            Embedding embedding,
            IntFunction<float[]> headRows) {
        this.config = config;
        this.manager = manager;
        this.program = program;
        this.family = family;
        this.kind = kind;
        this.ropes = config.ropes().stream().map(Rotary::new).toList();
        this.blocks = blocks;
        this.head = head;
        this.embedding = embedding;
        this.headRows = headRows;
    }

    /**
     * Reads the weights.
     *
     * @param manager holds them; closed with the network
     */
    static Network load(Checkpoint checkpoint, LinearKind kind, NDManager manager, Monitor monitor) {
        Architecture architecture = checkpoint.architecture();
        Program program = program(manager, architecture.program(), kind);
        Weights weights = new Weights(checkpoint, manager, program, kind);
        List<IValue> read = new ArrayList<>();
        boolean loaded = false;
        try {
            Embedding embedding = Embedding.of(checkpoint);
            // the head first: while it is packed there are two of it, and it is the largest
            List<List<Slot>> parts = new ArrayList<>(architecture.blocks());
            parts.addFirst(architecture.head());
            read.addAll(new Packing(weights, monitor).of(parts, "Loading " + checkpoint.name()));
            if (checkpoint.parameters() > MUCH) {
                // Java's heap grew with what reading left behind, and does not shrink by itself
                System.gc();
            }
            FreedMemory.giveBack();
            loaded = true;
            return new Network(
                    architecture.config(),
                    manager,
                    program,
                    architecture.program(),
                    kind,
                    List.copyOf(read.subList(1, read.size())),
                    read.getFirst(),
                    embedding,
                    headRows(checkpoint));
        } finally {
            if (!loaded) {
                read.forEach(IValue::close);
                program.close();
            }
        }
    }

    private static IntFunction<float[]> headRows(Checkpoint checkpoint) {
        String table = checkpoint.architecture().headTable().name();
        return id -> checkpoint.row(table, id);
    }

    /** A family's program for the manager's device. */
    static Program program(NDManager manager, String family, LinearKind kind) {
        return program(manager, family, kind, kernel(manager), "rows");
    }

    private static String kernel(NDManager manager) {
        return manager.getDevice().isGpu() ? "kernel-cuda" : "kernel-cpu";
    }

    /**
     * @param kernel the text with the device's attention
     * @param rows the text that says what rows of a batch have to do with each other
     */
    static Program program(NDManager manager, String family, LinearKind kind, String kernel, String rows) {
        Map<String, String> types = Map.of("Weight", kind.weight(), "FbgemmMatrix", LinearKind.FBGEMM_MATRIX);
        List<String> texts = new ArrayList<>(List.of("model", "heads", "attention", kernel));
        texts.addAll(kind.texts());
        texts.addAll(List.of(rows, family));
        return new Program(manager, "Model", types, texts.toArray(String[]::new));
    }

    ModelConfig config() {
        return config;
    }

    /** A manager for one call's tensors; the caller closes it. */
    NDManager scope() {
        return manager.newSubManager();
    }

    /** Arrays that the network itself holds; the same before and after every call. */
    int held() {
        return manager.getManagedArrays().size();
    }

    /** In the type that blocks compute with; closes the argument where that is another. */
    NDArray cast(NDManager scope, NDArray float32) {
        if (kind.activations() == Numbers.FLOAT32) {
            return float32;
        }
        try (float32) {
            return program.call(scope, "cast", float32, kind.activations().code());
        }
    }

    /** Zeros of the type that blocks compute with. */
    NDArray room(NDManager scope, long... shape) {
        if (kind.activations() == Numbers.FLOAT32) {
            return Tensors.zeros(scope, shape);
        }
        try (NDArray like = cast(scope, Tensors.zeros(scope, 1))) {
            return program.call(scope, "room", like, shape);
        }
    }

    /** @param positions [n], in their texts @return [n, d_model] */
    NDArray embed(NDManager scope, int[] ids, int[] positions) {
        return cast(scope, Tensors.floats(scope, embedding.rows(ids, positions), ids.length, config.dModel()));
    }

    /** What the positions of a text of this length depend on beside themselves; see {@link Rotary}. */
    int stretch(int length) {
        return ropes.stream().mapToInt(rope -> rope.stretch(length)).max().orElse(0);
    }

    /**
     * Whether texts that grow by one token, at these positions, must be read anew: LongRoPE turns all positions otherwise
     * once a text is longer than the original length.
     */
    boolean rereads(int[] positions) {
        return config.ropes().stream()
                .anyMatch(rope -> rope.scaling() instanceof ModelConfig.LongRope longRope
                        && Arrays.stream(positions).anyMatch(p -> p == longRope.originalContextLength()));
    }

    /** Distinct windows of the blocks, 0 for none. */
    Set<Integer> windows() {
        return config.attention().stream().map(Attention::window).collect(Collectors.toSet());
    }

    /** By the rope's index; see {@link Surroundings}. */
    Map<Integer, Rotary.Angles> angles(NDManager scope, int[] positions, int[] stretches, int rows) {
        Map<Integer, Rotary.Angles> angles = new HashMap<>();
        for (int rope = 0; rope < ropes.size(); rope++) {
            angles.put(rope, cast(scope, ropes.get(rope).at(scope, positions, stretches, rows)));
        }
        if (config.attention().stream().anyMatch(a -> a.rope() == Attention.UNTURNED)) {
            int width = ropes.isEmpty()
                    ? config.headDim()
                    : config.ropes().getFirst().width();
            angles.put(Attention.UNTURNED, cast(scope, Rotary.none(scope, width)));
        }
        return angles;
    }

    private Rotary.Angles cast(NDManager scope, Rotary.Angles angles) {
        return new Rotary.Angles(cast(scope, angles.cos()), cast(scope, angles.sin()));
    }

    /**
     * One block. Keys and values of the new tokens are written to the cache from slot {@code at} on.
     *
     * @param x [b · t, d_model]; closed
     * @param around masks are additive [b or 1, 1, t, at + t]; without one attention is causal, and {@code at} must be
     *     0 or t 1
     * @return [b · t, d_model]
     */
    NDArray block(NDManager scope, int layer, NDArray x, Surroundings around, Cache cache, int at) {
        return block(program, scope, layer, x, around, cache, at);
    }

    /**
     * One block of rows that are variants of one token: the first as it is, then {@code p} to one side of it, then their
     * mirror images, so near that half of what is between two goes through the weights in place of both.
     *
     * @param x [1 + 2 · p, d_model]; closed
     * @param around masks are additive [1, 1, 1, at + 1]
     * @param cache of the tokens before, [1, kv, at, hd]; stays as it is
     * @return [1 + 2 · p, d_model]
     */
    NDArray mirrored(NDManager scope, int layer, NDArray x, Surroundings around, Cache cache, int at) {
        return block(mirrored(), scope, layer, x, around, cache, at);
    }

    private Program mirrored() {
        if (mirrored == null) {
            mirrored = program(manager, family, kind, kernel(manager), "rows-mirrored");
        }
        return mirrored;
    }

    private NDArray block(
            Program with, NDManager scope, int layer, NDArray x, Surroundings around, Cache cache, int at) {
        Optional<NDArray> mask = around.mask(config, layer);
        Rotary.Angles angles = around.angles(config, layer);
        try (x) {
            return with.call(
                    scope,
                    "block",
                    x,
                    blocks.get(layer),
                    angles.cos(),
                    angles.sin(),
                    cache.keys()[layer],
                    cache.values()[layer],
                    at,
                    mask.isPresent() ? mask.get() : program.absent());
        }
    }

    /** @param x [n, d_model], after the last block @return [n, d_model] */
    NDArray norm(NDManager scope, NDArray x) {
        return program.call(scope, "norm", x, head);
    }

    /** @param h [n, d_model], normed @return logits [n, vocabulary], float32 */
    NDArray logits(NDManager scope, NDArray h) {
        return program.call(scope, "head", h, head);
    }

    /** The same before each logit is bent. */
    NDArray unbent(NDManager scope, NDArray h) {
        return program.call(scope, "unbent", h, head);
    }

    /** Rows of the output matrix as the checkpoint has them, from that of token {@code first} on: [count, d_model]. */
    NDArray outputRows(NDManager scope, int first, int count) {
        int width = config.dModel();
        float[] rows = new float[count * width];
        for (int i = 0; i < count; i++) {
            System.arraycopy(headRows.apply(first + i), 0, rows, i * width, width);
        }
        return Tensors.floats(scope, rows, count, width);
    }

    /** @return [d_model], the output head's row for a token */
    float[] headRow(int id) {
        return headRows.apply(id);
    }

    @Override
    public void close() {
        blocks.forEach(IValue::close);
        head.close();
        program.close();
        if (mirrored != null) {
            mirrored.close();
        }
        manager.close();
    }
}
