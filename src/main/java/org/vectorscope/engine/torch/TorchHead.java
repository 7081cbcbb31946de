package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.Supplier;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.engine.OutputHead;
import org.vectorscope.engine.RequestChecks;
import org.vectorscope.job.Monitor;

/** The end of a loaded model. */
final class TorchHead implements OutputHead {
    /** Bytes of logits at once, where they are read in place. */
    private static final long SLICE = 32L << 20;

    /** Numbers of the output matrix that are read at once. */
    private static final int PIECE = 4 << 20;

    private final TorchRuntime runtime;
    private final Network network;
    private final Program lab;

    TorchHead(TorchRuntime runtime, Network network, Program lab) {
        this.runtime = runtime;
        this.network = network;
        this.lab = lab;
    }

    @Override
    public void decode(List<float[]> residuals, Sink sink, Monitor monitor) {
        with(residuals, (scope, rows) -> {
            try (NDArray normed = network.norm(scope, rows)) {
                HeadSlices.of(network, scope, normed, SLICE, (first, logits) -> {
                    monitor.check();
                    deliver(first, logits, sink);
                });
            }
            return sink;
        });
    }

    @Override
    public List<float[]> normed(List<float[]> residuals) {
        return with(residuals, (scope, rows) -> {
            try (NDArray normed = network.norm(scope, rows)) {
                return List.of(Tensors.rows(normed));
            }
        });
    }

    @Override
    public void effects(float[] at, List<float[]> changes, Sink sink, Monitor monitor) {
        RequestChecks.rows(List.of(at), config());
        with(changes, (scope, rows) -> {
            try (NDArray slopes = slopes(scope, network.cast(scope, Tensors.floats(scope, at, 1, at.length)))) {
                int most = HeadSlices.rows(config().vocabulary(), SLICE);
                for (int first = 0; first < changes.size(); first += most) {
                    monitor.check();
                    int end = Math.min(changes.size(), first + most);
                    try (NDArray some = rows.get(first + ":" + end);
                            NDArray unbent = network.unbent(scope, some);
                            NDArray effects = isLinear() ? unbent : lab.call(scope, "times", unbent, slopes)) {
                        deliver(first, effects, sink);
                    }
                }
            }
            return sink;
        });
    }

    @Override
    public double[] form(float[] at, Measure measure, Monitor monitor) {
        return with(List.of(at), (scope, row) -> {
            int d = config().dModel();
            int vocabulary = config().vocabulary();
            try (NDArray form = Tensors.zeros64(scope, d, d);
                    NDArray mean = Tensors.zeros64(scope, d);
                    NDArray weights = weights(scope, row, measure);
                    NDArray slopes = slopes(scope, row);
                    NDArray shift = shift(scope, weights, measure)) {
                int step = Math.max(1, PIECE / d);
                for (int first = 0; first < vocabulary; first += step) {
                    monitor.check();
                    monitor.progress("Measuring the output matrix", first, vocabulary);
                    try (NDArray rows = network.outputRows(scope, first, Math.min(step, vocabulary - first))) {
                        lab.perform("weigh", form, mean, rows, weights, slopes, shift, first);
                    }
                }
                if (measure == Measure.FISHER) {
                    lab.perform("centre", form, mean);
                }
                return Tensors.doubles(form);
            }
        });
    }

    /** @return [vocabulary] */
    private NDArray weights(NDManager scope, NDArray normed, Measure measure) {
        try (NDArray logits = network.logits(scope, normed)) {
            return lab.call(scope, measure == Measure.FISHER ? "likelihoods" : "alike", logits);
        }
    }

    /** Of the logits' bend c · tanh(z / c), 1 − (logit / c)²; ones where there is none. @return [vocabulary] */
    private NDArray slopes(NDManager scope, NDArray normed) {
        try (NDArray logits = network.logits(scope, normed)) {
            return isLinear()
                    ? lab.call(scope, "alike", logits)
                    : lab.call(scope, "slopes", logits, config().logitCap());
        }
    }

    /** Near the mean output row, so that taking the mean out costs no digits where one token has nearly all. */
    private NDArray shift(NDManager scope, NDArray weights, Measure measure) {
        if (measure == Measure.LOGITS) {
            return Tensors.zeros(scope, 1, config().dModel());
        }
        try (NDArray likeliest = lab.call(scope, "largest", weights)) {
            return network.outputRows(scope, Math.toIntExact(Tensors.longs(likeliest)[0]), 1);
        }
    }

    @Override
    public boolean isLinear() {
        return config().logitCap() == 0;
    }

    private ModelConfig config() {
        return network.config();
    }

    private interface Work<T> {
        T with(NDManager scope, NDArray rows);
    }

    private <T> T with(List<float[]> rows, Work<T> work) {
        RequestChecks.rows(rows, config());
        int width = config().dModel();
        return runtime.call(inScope(scope -> {
            float[] flat = new float[rows.size() * width];
            for (int i = 0; i < rows.size(); i++) {
                System.arraycopy(rows.get(i), 0, flat, i * width, width);
            }
            try (NDArray tensor = network.cast(scope, Tensors.floats(scope, flat, rows.size(), width))) {
                return work.with(scope, tensor);
            }
        }));
    }

    private interface Scoped<T> {
        T in(NDManager scope);
    }

    private <T> Supplier<T> inScope(Scoped<T> work) {
        return () -> {
            try (NDManager scope = network.scope()) {
                return work.in(scope);
            }
        };
    }

    private static void deliver(int first, NDArray logits, Sink sink) {
        Tensors.eachRow(logits, (row, values) -> sink.row(first + row, values));
    }
}
