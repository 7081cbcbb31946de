package org.vectorscope.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.engine.GenerationListener;
import org.vectorscope.engine.GenerationRequest;
import org.vectorscope.engine.GenerationResult;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.Steering;
import org.vectorscope.geometry.Rows;
import org.vectorscope.job.Monitor;
import org.vectorscope.study.SideBySideListener.Cell;

/**
 * Generates the texts of all arms of all prompts. Arms and samples of a prompt are rows of one batch, so that each
 * step reads the weights once for all of them; prompts are taken together as far as the memory set aside allows.
 */
public final class SideBySide {
    /** Rows at a time: past this a step costs about as much a row as alone, and each row keeps its own KV cache. */
    private static final int ROWS = 32;

    /**
     * The vector side of a comparison.
     *
     * @param v [d_model] at the spec's layer
     * @param multiplier the strength in multiples of v
     * @param range [rank][d_model] directions in which the activations behind v vary; for null and range arms
     */
    public record Push(float[] v, double multiplier, Optional<float[][]> range) {}

    /** One text as generated, before it is scored. */
    public record Text(Cell cell, GenerationResult.Row row, List<String> pieces) {}

    /** @param norms of the arms' vectors before strength; @param cosines with v, NaN for none; @param steering per arm */
    public record Texts(List<Text> texts, double[] norms, double[] cosines, List<Steering> steering, double seconds) {}

    private final LanguageModel model;
    private final Tokenizer tokenizer;

    public SideBySide(LanguageModel model, Tokenizer tokenizer) {
        this.model = model;
        this.tokenizer = tokenizer;
    }

    public Texts run(SideBySideSpec spec, Optional<Push> push, SideBySideListener listener, Monitor monitor) {
        float[] v = push.map(Push::v).orElseGet(() -> new float[model.config().dModel()]);
        List<float[]> vectors = vectors(spec, push, v);
        List<Steering> steering = vectors.stream()
                .map(vector -> steering(spec, vector, push.map(Push::multiplier).orElse(0.0)))
                .toList();
        List<Text> texts = new ArrayList<>();
        double seconds = 0;
        for (List<Cell> batch : batches(spec)) {
            GenerationResult result = generate(spec, batch, steering, v, listener, monitor);
            seconds += result.seconds();
            for (int row = 0; row < batch.size(); row++) {
                texts.add(text(batch.get(row), result.rows().get(row)));
            }
        }
        double[] norms = vectors.stream().mapToDouble(Rows::norm).toArray();
        double[] cosines = vectors.stream().mapToDouble(w -> Rows.cosine(v, w)).toArray();
        return new Texts(texts, norms, cosines, steering, seconds);
    }

    private static List<float[]> vectors(SideBySideSpec spec, Optional<Push> push, float[] v) {
        ArmVectors arms = new ArmVectors(v, spec.sampling().seed(), push.flatMap(Push::range));
        return spec.arms().arms().stream().map(arms::of).toList();
    }

    private static Steering steering(SideBySideSpec spec, float[] vector, double multiplier) {
        if (multiplier == 0 || Rows.norm(vector) == 0) {
            return Steering.NONE;
        }
        return new Steering(List.of(new Steering.Push(spec.layer(), Rows.scaled(vector, multiplier), spec.tokens())));
    }

    /** Cells in the order of prompts, then arms, then samples, cut into batches. */
    private static List<List<Cell>> batches(SideBySideSpec spec) {
        List<Cell> cells = new ArrayList<>();
        for (int prompt = 0; prompt < spec.prompts().size(); prompt++) {
            for (int arm = 0; arm < spec.arms().arms().size(); arm++) {
                for (int sample = 0; sample < spec.samples(); sample++) {
                    cells.add(new Cell(prompt, arm, sample));
                }
            }
        }
        List<List<Cell>> batches = new ArrayList<>();
        int perPrompt = spec.arms().arms().size() * spec.samples();
        int size = perPrompt >= ROWS ? ROWS : ROWS / perPrompt * perPrompt;
        for (int start = 0; start < cells.size(); start += size) {
            batches.add(cells.subList(start, Math.min(start + size, cells.size())));
        }
        return batches;
    }

    private GenerationResult generate(
            SideBySideSpec spec,
            List<Cell> batch,
            List<Steering> steering,
            float[] v,
            SideBySideListener listener,
            Monitor monitor) {
        List<Integer> prompts = batch.stream().map(Cell::prompt).distinct().toList();
        List<GenerationRequest.Row> rows = batch.stream()
                .map(c -> new GenerationRequest.Row(prompts.indexOf(c.prompt()), c.sample(), steering.get(c.arm())))
                .toList();
        List<int[]> ids = prompts.stream().map(p -> spec.prompts().get(p).ids()).toList();
        Optional<GenerationRequest.Probe> probe =
                Rows.norm(v) == 0 ? Optional.empty() : Optional.of(new GenerationRequest.Probe(spec.layer(), v));
        GenerationRequest request = new GenerationRequest(ids, rows, spec.sampling(), probe, true);
        return model.generate(request, tokens(batch, listener), monitor);
    }

    private GenerationListener tokens(List<Cell> batch, SideBySideListener listener) {
        List<PieceStream> streams =
                batch.stream().map(c -> new PieceStream(tokenizer)).toList();
        return (row, id, cosine) ->
                listener.token(batch.get(row), id, streams.get(row).add(id), cosine);
    }

    private Text text(Cell cell, GenerationResult.Row row) {
        PieceStream stream = new PieceStream(tokenizer);
        List<String> pieces = new ArrayList<>(row.ids().length);
        for (int id : row.ids()) {
            pieces.add(stream.add(id));
        }
        return new Text(cell, row, pieces);
    }
}
