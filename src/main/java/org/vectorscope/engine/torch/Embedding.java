package org.vectorscope.engine.torch;

import java.util.Optional;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.family.Architecture;
import org.vectorscope.checkpoint.family.Part;

/** What enters block 0: rows of tables that stay in the file, since few are needed at a time. */
final class Embedding {
    private final Checkpoint checkpoint;
    private final String table;
    private final Optional<String> positions;
    private final float scale;
    private final int width;

    private Embedding(Checkpoint checkpoint, Architecture architecture) {
        this.checkpoint = checkpoint;
        this.table = architecture.embedding().name();
        this.positions = architecture.positions().map(Part::name);
        this.scale = (float) architecture.config().embeddingScale();
        this.width = architecture.config().dModel();
    }

    /** @throws org.vectorscope.file.BadInput if a table is not there, or has another shape */
    static Embedding of(Checkpoint checkpoint) {
        Architecture architecture = checkpoint.architecture();
        Weights.check(checkpoint, architecture.embedding());
        architecture.positions().ifPresent(part -> Weights.check(checkpoint, part));
        return new Embedding(checkpoint, architecture);
    }

    /** @return [n · d_model] */
    float[] rows(int[] ids, int[] at) {
        float[] rows = new float[ids.length * width];
        for (int i = 0; i < ids.length; i++) {
            float[] token = checkpoint.row(table, ids[i]);
            for (int j = 0; j < width; j++) {
                rows[i * width + j] = token[j] * scale;
            }
            if (positions.isPresent()) {
                float[] position = checkpoint.row(positions.get(), at[i]);
                for (int j = 0; j < width; j++) {
                    rows[i * width + j] += position[j];
                }
            }
        }
        return rows;
    }
}
