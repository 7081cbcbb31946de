package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.vectorscope.engine.GenerationRequest;
import org.vectorscope.engine.plan.Pack;
import org.vectorscope.engine.plan.Plan;
import org.vectorscope.engine.plan.Pushes;
import org.vectorscope.engine.plan.Stage;
import org.vectorscope.engine.plan.Text;
import org.vectorscope.job.Monitor;

/**
 * What the unsteered model says of texts that others wrote: one pass over all of them as branches of their prompts,
 * after they are written. Kept are residuals, not distributions: both sides' logits are made again a few rows at a
 * time, so memory does not grow with the vocabulary.
 */
final class Comparison {
    private final Network network;
    private final Program lab;
    private final GenerationRequest request;
    private final List<Draft> drafts;
    private final NDArray written;
    private final Monitor monitor;

    /**
     * Means over a text's tokens, nats; empty for an empty text.
     *
     * @param kl KL(the row's model ‖ unsteered model)
     * @param nll −log p of the token under the unsteered model
     */
    record Figures(OptionalDouble kl, OptionalDouble nll) {
        static final Figures NONE = new Figures(OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** @param written [drafts, tokens, d_model], normed, what predicted each token */
    Comparison(
            Network network,
            Program lab,
            GenerationRequest request,
            List<Draft> drafts,
            NDArray written,
            Monitor monitor) {
        this.network = network;
        this.lab = lab;
        this.request = request;
        this.drafts = drafts;
        this.written = written;
        this.monitor = monitor;
    }

    List<Figures> run() {
        List<Integer> steered = new ArrayList<>();
        Figures[] figures = new Figures[drafts.size()];
        Arrays.fill(figures, Figures.NONE);
        for (int i = 0; i < figures.length; i++) {
            if (drafts.get(i).length() == 0) {
                continue;
            }
            if (request.rows().get(drafts.get(i).row()).steering().pushes().isEmpty()) {
                figures[i] = unsteered(i);
            } else {
                steered.add(i);
            }
        }
        if (!steered.isEmpty()) {
            FreedMemory.giveBack();
            try (NDManager scope = network.scope();
                    NDArray plain = plain(scope, steered)) {
                FreedMemory.giveBack();
                for (int k = 0; k < steered.size(); k++) {
                    figures[steered.get(k)] = steered(plain, k, steered.get(k));
                }
            }
        }
        return List.of(figures);
    }

    /** The row's own model is the unsteered one: no distance, and its own surprise. */
    private Figures unsteered(int place) {
        monitor.check();
        int[] ids = drafts.get(place).ids();
        try (NDManager scope = network.scope()) {
            double[] sum = new double[1];
            NDArray normed = written.get(place + ", 0:" + ids.length);
            normed.attach(scope);
            HeadSlices.of(network, scope, normed, (first, logits) -> {
                NDArray which = targets(scope, ids, first, logits);
                sum[0] += sum(Tensors.doubles(lab.call(scope, "surprise", logits, which)));
            });
            return new Figures(OptionalDouble.of(0), OptionalDouble.of(sum[0] / ids.length));
        }
    }

    /** @return [steered, tokens, d_model], normed: the unsteered model's side of {@link #written} */
    private NDArray plain(NDManager scope, List<Integer> steered) {
        List<Text> texts =
                steered.stream().map(i -> unsteered(shown(drafts.get(i)))).toList();
        int width = network.config().dModel();
        NDArray plain = Tensors.zeros(scope, steered.size(), written.getShape().get(1), width);
        ForestPass.Reader reader = new ForestPass.Reader() {
            @Override
            public void end(NDManager pass, Pack pack, Stage stage, NDArray x) {
                for (Pack.Part part : pack.parts()) {
                    collect(
                            pass,
                            part,
                            stage,
                            drafts.get(steered.get(part.text())).prompt(),
                            x,
                            plain);
                }
            }
        };
        new ForestPass(network, lab, new Pushes(), monitor)
                .run(
                        Plan.of(texts, Budget.tokens(network.config())),
                        network.config().layers(),
                        reader,
                        "Comparing with no steering");
        return plain;
    }

    private Text unsteered(int... ids) {
        return new Text(ids, new int[ids.length], network.stretch(ids.length));
    }

    /** The prompt and all tokens but the last, which predicts nothing. */
    private int[] shown(Draft draft) {
        int[] prompt = request.prompts().get(request.rows().get(draft.row()).prompt());
        int[] shown = Arrays.copyOf(prompt, prompt.length + draft.length() - 1);
        System.arraycopy(draft.ids(), 0, shown, prompt.length, draft.length() - 1);
        return shown;
    }

    private void collect(NDManager pass, Pack.Part part, Stage stage, int prompt, NDArray x, NDArray plain) {
        int from = Math.max(part.from(), prompt - 1);
        if (from >= part.to()) {
            return;
        }
        int[] rows = new int[part.to() - from];
        Arrays.setAll(rows, i -> stage.rowOf()[part.node(from + i)]);
        try (NDArray which = Tensors.longs(pass, rows, rows.length);
                NDArray wanted = lab.call(pass, "take", x, which);
                NDArray normed = network.norm(pass, wanted)) {
            lab.perform("place", plain, part.text(), from - prompt + 1, normed);
        }
    }

    private Figures steered(NDArray plain, int k, int place) {
        monitor.check();
        int[] ids = drafts.get(place).ids();
        try (NDManager scope = network.scope()) {
            NDArray ours = written.get(place + ", 0:" + ids.length);
            NDArray theirs = plain.get(k + ", 0:" + ids.length);
            ours.attach(scope);
            theirs.attach(scope);
            double[] sums = new double[2];
            HeadSlices.of(network, scope, ours, (first, logits) -> {
                int count = Math.toIntExact(logits.getShape().get(0));
                try (NDArray some = theirs.get(first + ":" + (first + count));
                        NDArray other = network.logits(scope, some)) {
                    NDArray both = lab.call(scope, "compare", logits, other, targets(scope, ids, first, logits));
                    double[] values = Tensors.doubles(both);
                    sums[0] += sum(Arrays.copyOfRange(values, 0, count));
                    sums[1] += sum(Arrays.copyOfRange(values, count, 2 * count));
                }
            });
            // KL is never below zero; a sum of rounded terms may be, by 1e-7
            double kl = Math.max(0, sums[0] / ids.length);
            return new Figures(OptionalDouble.of(kl), OptionalDouble.of(sums[1] / ids.length));
        }
    }

    private static NDArray targets(NDManager scope, int[] ids, int first, NDArray logits) {
        int count = Math.toIntExact(logits.getShape().get(0));
        return Tensors.longs(scope, Arrays.copyOfRange(ids, first, first + count), count);
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
