package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vectorscope.engine.GenerationListener;
import org.vectorscope.engine.GenerationRequest;
import org.vectorscope.engine.GenerationResult;
import org.vectorscope.engine.NotEnoughMemory;
import org.vectorscope.engine.plan.Pushes;
import org.vectorscope.job.Monitor;

/** One request: its rows in waves, and what the unsteered model thinks of what they wrote. */
final class Generation {
    private final Network network;
    private final Program lab;
    private final GenerationRequest request;
    private final GenerationListener listener;
    private final Monitor monitor;
    private final Halving memory;
    private final Pushes pushes = new Pushes();

    Generation(
            Network network,
            Program lab,
            GenerationRequest request,
            GenerationListener listener,
            Monitor monitor,
            Halving memory) {
        this.network = network;
        this.lab = lab;
        this.request = request;
        this.listener = listener;
        this.monitor = monitor;
        this.memory = memory;
    }

    GenerationResult run() {
        long start = System.nanoTime();
        int longest =
                request.prompts().stream().mapToInt(ids -> ids.length).max().orElse(0);
        int most = Budget.rows(network.config(), longest + request.sampling().maxTokens());
        int rows = request.rows().size();
        List<GenerationResult.Row> results = new ArrayList<>(Collections.nCopies(rows, null));
        Watch watch = new Watch(rows);
        for (int first = 0; first < rows; ) {
            int to = Math.min(rows, first + most);
            try {
                watch.begin(first, to);
                wave(first, to, watch, results);
                first = to;
            } catch (NotEnoughMemory e) {
                most = memory.half(to - first, 1, e);
            }
        }
        return new GenerationResult(List.copyOf(results), (System.nanoTime() - start) / 1e9);
    }

    private void wave(int from, int to, Watch watch, List<GenerationResult.Row> results) {
        List<Draft> drafts = new ArrayList<>(to - from);
        for (int row = from; row < to; row++) {
            int prompt = request.prompts().get(request.rows().get(row).prompt()).length;
            int room = network.config().contextLength() - prompt + 1;
            drafts.add(new Draft(row, prompt, Math.min(request.sampling().maxTokens(), room)));
        }
        try (NDManager scope = network.scope()) {
            Optional<NDArray> hidden = request.compare() ? Optional.of(hidden(scope, drafts.size())) : Optional.empty();
            new Wave(network, lab, request, pushes, drafts, hidden, watch, monitor).run();
            List<Comparison.Figures> figures = hidden.map(
                            h -> new Comparison(network, lab, request, drafts, h, monitor).run())
                    .orElseGet(() -> Collections.nCopies(drafts.size(), Comparison.Figures.NONE));
            for (int i = 0; i < drafts.size(); i++) {
                results.set(from + i, result(drafts.get(i), figures.get(i)));
            }
        }
    }

    private NDArray hidden(NDManager scope, int rows) {
        return Tensors.zeros(
                scope, rows, request.sampling().maxTokens(), network.config().dModel());
    }

    private GenerationResult.Row result(Draft draft, Comparison.Figures figures) {
        double[] probes = request.probe().isPresent() ? draft.probes() : new double[0];
        return new GenerationResult.Row(draft.ids(), draft.stopped(), figures.kl(), figures.nll(), probes);
    }

    /** Passes tokens on and tells the monitor how many there are; those of a wave that is done again are told once. */
    private final class Watch implements GenerationListener {
        private final long total;
        private final int[] written;
        private final int[] told;
        private long tokens;

        Watch(int rows) {
            this.total = (long) rows * request.sampling().maxTokens();
            this.written = new int[rows];
            this.told = new int[rows];
        }

        /** Rows from the first on are written from their beginning. */
        void begin(int first, int to) {
            Arrays.fill(written, first, to, 0);
        }

        @Override
        public void token(int row, int id, double probe) {
            if (++written[row] > told[row]) {
                told[row]++;
                monitor.progress("Generating", ++tokens, total);
                listener.token(row, id, probe);
            }
        }
    }
}
