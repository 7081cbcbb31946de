package org.vectorscope.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.LastTokenJacobian;
import org.vectorscope.job.Monitor;

/**
 * {@code jacobian-1000}: the effect of 1000 random directions at layer L/2 on the last token's logits, every logit of
 * each. The d columns are measured, a pair of rows each of which one goes through the weights; a direction is a
 * combination of them, and each combination goes through the output matrix.
 */
final class JacobianJob implements Runnable {
    static final int DIRECTIONS = 1000;

    private final LanguageModel model;
    private final int[] prompt;
    private final int layer;
    private final List<float[]> directions = new ArrayList<>();
    private final Monitor monitor;

    JacobianJob(LanguageModel model, int[] prompt, int layer, Monitor monitor) {
        this.model = model;
        this.prompt = prompt;
        this.layer = layer;
        this.monitor = monitor;
        Random random = new Random(0);
        for (int i = 0; i < DIRECTIONS; i++) {
            directions.add(BenchJobs.unit(random, model.config().dModel()));
        }
    }

    @Override
    public void run() {
        LastTokenJacobian jacobian = model.jacobian(prompt, layer, LastTokenJacobian.STEP, monitor);
        model.head().effects(jacobian.normed(), jacobian.along(directions), (index, logits) -> {}, monitor);
    }

    static Load load(Loads loads, int d, int prompt, int layer) {
        int columns = Math.min(d, DIRECTIONS);
        return loads.blocks(loads.layers(), 1, prompt, prompt / 2.0)
                .plus(loads.blocks(loads.layers() - 1.0 - layer, 1, columns, prompt))
                .plus(loads.head(1, DIRECTIONS))
                .plus(new Load(0, 0, 2.0 * DIRECTIONS * d * d));
    }
}
