package org.vectorscope.score;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vectorscope.job.Monitor;

/**
 * all-MiniLM-L6-v2: texts to unit vectors in 384 dimensions, near each other where they mean alike (Reimers and
 * Gurevych 2019). Loaded at the first text. Thread-safe.
 */
public final class SentenceEmbedder {
    public static final int DIMENSION = 384;

    private @Nullable EmbeddingModel loaded;

    /** Its work stays on the caller's thread: onnxruntime spreads each text over the cores by itself. */
    private synchronized EmbeddingModel model() {
        EmbeddingModel model = loaded;
        if (model == null) {
            model = new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
            loaded = model;
        }
        return model;
    }

    /**
     * @param text of any length; a long one is embedded in pieces of at most 256 word pieces, which is what the model
     *     was trained on, and averaged by their length
     * @return [384], of length 1; zeros for a text that is blank
     */
    public float[] embed(String text) {
        if (isBlank(text)) {
            return new float[DIMENSION];
        }
        List<String> pieces = Passages.of(text);
        if (pieces.size() == 1) {
            return vector(pieces.getFirst());
        }
        double[] sum = new double[DIMENSION];
        for (String piece : pieces) {
            float[] vector = vector(piece);
            for (int i = 0; i < DIMENSION; i++) {
                sum[i] += piece.length() * (double) vector[i];
            }
        }
        return unit(sum);
    }

    /** @return in the order of the texts, [texts, 384] */
    public List<float[]> embed(List<String> texts, Monitor monitor) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            monitor.check();
            vectors.add(embed(text));
            monitor.progress("Embedding texts", vectors.size(), texts.size());
        }
        return vectors;
    }

    /** Control characters count as blank too. */
    static boolean isBlank(String text) {
        return text.trim().isEmpty();
    }

    private float[] vector(String piece) {
        return model().embedAll(List.of(TextSegment.from(piece)))
                .content()
                .getFirst()
                .vector();
    }

    private static float[] unit(double[] sum) {
        double square = 0;
        for (double value : sum) {
            square += value * value;
        }
        float[] unit = new float[sum.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (sum[i] / Math.sqrt(square));
        }
        return unit;
    }
}
