package org.vectorscope.engine.torch;

import java.util.List;
import org.vectorscope.checkpoint.ModelConfig;

/**
 * A family of models: one program in the resources and the tuples of weights its methods take. The program is a class
 * {@code Model} with {@code block(x, w, cos, sin, keys, values, at, mask)}, {@code norm(x, w)}, {@code head(h, w)} and
 * {@code absent()}; see {@code llama.ts} for their shapes. It calls
 * linear layers by {@code linear} and {@code linear_add}, which one of the {@code linear-*.ts} adds to it.
 */
interface Family {
    boolean knows(ModelConfig config);

    /** Name of the program's resource, without ending. */
    String program();

    /** The table of the tokens' embeddings, [vocabulary, d_model]: rows of it enter block 0. */
    Slot.Part embedding(ModelConfig config);

    /** The output head, [vocabulary, d_model]; the same as the embedding where they are tied. */
    Slot.Part headTable(ModelConfig config);

    List<Slot> block(ModelConfig config, int layer);

    /** For {@code norm} and {@code head}. */
    List<Slot> head(ModelConfig config);
}
