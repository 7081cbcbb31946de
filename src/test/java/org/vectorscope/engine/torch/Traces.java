package org.vectorscope.engine.torch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.Checkpoints;
import org.vectorscope.checkpoint.container.SafetensorsFile;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.job.Monitor;

/** Forward passes as the reference files hold them: by name, {@code embeddings}, {@code resid_post.L}, {@code logits}. */
final class Traces {
    private Traces() {}

    /** What a test does with a loaded model and a reference trace. */
    @FunctionalInterface
    interface Comparison {
        void of(LanguageModel model, SafetensorsFile trace, int[] ids) throws IOException;
    }

    static void compare(TorchRuntime runtime, Path path, Path reference, Comparison comparison) throws IOException {
        try (SafetensorsFile trace = SafetensorsFile.open(reference);
                Checkpoint checkpoint = Checkpoints.open(path);
                LanguageModel model = new TorchModels(runtime).load(checkpoint, Monitor.NONE)) {
            int[] ids = LongStream.of(trace.integers("ids"))
                    .mapToInt(Math::toIntExact)
                    .toArray();
            comparison.of(model, trace, ids);
        }
    }

    static Map<String, float[]> capture(LanguageModel model, int[] ids) {
        return capture(model, List.of(ids)).getFirst();
    }

    /** One trace per text, all computed in one request; values [t, d_model] or [t, vocabulary]. */
    static List<Map<String, float[]>> capture(LanguageModel model, List<int[]> texts) {
        int d = model.config().dModel();
        int vocabulary = model.config().vocabulary();
        int layers = model.config().layers();
        List<Map<String, float[]>> seen = new ArrayList<>();
        for (int[] ids : texts) {
            Map<String, float[]> trace = new HashMap<>(Map.of("logits", new float[ids.length * vocabulary]));
            IntStream.range(-1, layers).forEach(layer -> trace.put(name(layer), new float[ids.length * d]));
            seen.add(trace);
        }
        CaptureSink sink = new CaptureSink() {
            @Override
            public void residual(int text, int layer, int position, float[] values) {
                System.arraycopy(values, 0, seen.get(text).get(name(layer)), position * d, d);
            }

            @Override
            public void logits(int text, int position, float[] values) {
                System.arraycopy(values, 0, seen.get(text).get("logits"), position * vocabulary, vocabulary);
            }
        };
        TreeSet<Integer> wanted =
                new TreeSet<>(IntStream.range(-1, layers).boxed().toList());
        model.capture(new CaptureRequest(texts, wanted, new CaptureRequest.From(0), true), sink, Monitor.NONE);
        return seen;
    }

    private static String name(int layer) {
        return layer == CaptureRequest.EMBEDDINGS ? "embeddings" : "resid_post." + layer;
    }
}
