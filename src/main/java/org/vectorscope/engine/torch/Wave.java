package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vectorscope.engine.EngineFailure;
import org.vectorscope.engine.GenerationListener;
import org.vectorscope.engine.GenerationRequest;
import org.vectorscope.engine.GenerationRequest.Probe;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.plan.Plan;
import org.vectorscope.engine.plan.Pushes;
import org.vectorscope.engine.plan.Text;
import org.vectorscope.job.Monitor;

/** Rows of one request that fit into memory together, from their prompts to their last tokens. */
final class Wave {
    private final Network network;
    private final Program lab;
    private final GenerationRequest request;
    private final Pushes pushes;
    private final List<Draft> drafts;
    private final GenerationListener listener;
    private final Monitor monitor;
    private final Set<Integer> stops;
    private final Optional<NDArray> hidden;
    private final double[] cosines;

    /**
     * @param drafts empty ones
     * @param hidden [drafts, tokens, d_model], where what predicted each token is to be kept (after the final norm)
     */
    Wave(
            Network network,
            Program lab,
            GenerationRequest request,
            Pushes pushes,
            List<Draft> drafts,
            Optional<NDArray> hidden,
            GenerationListener listener,
            Monitor monitor) {
        this.network = network;
        this.lab = lab;
        this.request = request;
        this.pushes = pushes;
        this.drafts = drafts;
        this.hidden = hidden;
        this.listener = listener;
        this.monitor = monitor;
        this.cosines = new double[drafts.size()];
        this.stops = request.sampling().ignoreEos()
                ? Set.of()
                : new HashSet<>(network.config().stopIds());
    }

    void run() {
        Batch batch = open(IntStream.range(0, drafts.size()).toArray(), 0);
        try {
            NDArray x = prefill(batch);
            for (int step = 0; ; step++) {
                monitor.check();
                int[] ids = draw(batch, x, step);
                x.close();
                accept(batch, ids);
                int[] open = batch.open(drafts);
                if (open.length == 0) {
                    return;
                }
                if (open.length <= batch.size() * 3 / 4) {
                    ids = taken(ids, open);
                    try (Batch whole = batch) {
                        batch = whole.only(network, lab, open);
                    }
                }
                if (network.rereads(batch.positions(step))) {
                    try (Batch outgrown = batch) {
                        batch = open(outgrown.places(), step + 1);
                    }
                    x = prefill(batch);
                } else {
                    x = step(batch, ids, step);
                }
            }
        } finally {
            batch.close();
        }
    }

    private static int[] taken(int[] ids, int[] which) {
        return Arrays.stream(which).map(i -> ids[i]).toArray();
    }

    /** @param opened how many tokens each of these drafts has by now */
    private Batch open(int[] places, int opened) {
        NDManager scope = network.scope();
        int[] lengths = Arrays.stream(places)
                .map(place -> drafts.get(place).prompt() + opened)
                .toArray();
        int slots = Arrays.stream(lengths).max().orElse(0) + request.sampling().maxTokens() - opened;
        return new Batch(
                scope,
                places,
                lengths,
                opened,
                Cache.perLayer(scope, network, lengths.length, slots),
                Batch.mask(network, scope, lengths, slots),
                steering(scope, places));
    }

    private SortedMap<Integer, NDArray> steering(NDManager scope, int[] places) {
        int width = network.config().dModel();
        int[] on = Arrays.stream(places)
                .mapToObj(drafts::get)
                .mapToInt(d -> pushes.generated(request.rows().get(d.row()).steering()))
                .toArray();
        SortedMap<Integer, NDArray> steering = new TreeMap<>();
        for (int layer : pushes.layers(on)) {
            float[] all = new float[on.length * width];
            for (int i = 0; i < on.length; i++) {
                for (float[] vector : pushes.at(on[i], layer)) {
                    for (int j = 0; j < width; j++) {
                        all[i * width + j] += vector[j];
                    }
                }
            }
            steering.put(layer, Tensors.floats(scope, all, on.length, width));
        }
        return steering;
    }

    private NDArray prefill(Batch batch) {
        List<Text> texts = Arrays.stream(batch.places())
                .mapToObj(drafts::get)
                .map(this::read)
                .toList();
        int budget = Budget.tokens(network.config());
        try (Prefill prefill =
                new Prefill(lab, batch, request.probe(), network.config().dModel())) {
            new ForestPass(network, lab, pushes, monitor)
                    .run(Plan.of(texts, budget), network.config().layers(), prefill, "Reading the prompt");
            for (int i = 0; i < batch.size(); i++) {
                cosines[batch.places()[i]] = prefill.cosines()[i];
            }
            return prefill.last();
        }
    }

    /** The prompt and what was generated so far. */
    private Text read(Draft draft) {
        GenerationRequest.Row row = request.rows().get(draft.row());
        int[] prompt = request.prompts().get(row.prompt());
        int[] ids = Arrays.copyOf(prompt, prompt.length + draft.length());
        System.arraycopy(draft.ids(), 0, ids, prompt.length, draft.length());
        return new Text(ids, pushes.along(row.steering(), ids.length, prompt.length), network.stretch(ids.length));
    }

    /** @param x [b, d_model] after the last block @return [b] */
    private int[] draw(Batch batch, NDArray x, int step) {
        try (NDManager scope = network.scope();
                NDArray normed = network.norm(scope, x)) {
            if (hidden.isPresent()) {
                NDArray rows = Tensors.longs(scope, batch.places(), batch.size());
                lab.perform("keep", hidden.get(), step, rows, normed);
            }
            NDArray logits = network.logits(scope, normed);
            long[] ids = Tensors.longs(sampled(scope, batch, logits, step));
            if (Arrays.stream(ids).anyMatch(id -> id < 0)) {
                throw new EngineFailure("the model's output is not a number any more; the steering is too strong");
            }
            return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
        }
    }

    private NDArray sampled(NDManager scope, Batch batch, NDArray logits, int step) {
        Sampling how = request.sampling();
        if (how.temperature() == 0) {
            return lab.call(scope, "greedy", logits);
        }
        double[] u = new double[batch.size()];
        for (int i = 0; i < u.length; i++) {
            int sample = request.rows().get(drafts.get(batch.places()[i]).row()).sample();
            u[i] = Draws.uniform(how.seed(), sample, step);
        }
        NDArray uniform = Tensors.doubles(scope, u, u.length);
        return lab.call(scope, "draw", logits, how.temperature(), how.topP(), uniform);
    }

    private void accept(Batch batch, int[] ids) {
        for (int i = 0; i < ids.length; i++) {
            Draft draft = drafts.get(batch.places()[i]);
            if (draft.done()) {
                continue;
            }
            if (stops.contains(ids[i])) {
                draft.stop();
            } else {
                double cosine = cosines[batch.places()[i]];
                draft.add(ids[i], cosine);
                listener.token(draft.row(), ids[i], cosine);
            }
        }
    }

    /** @return [b, d_model] after the last block, at the tokens just drawn */
    private NDArray step(Batch batch, int[] ids, int step) {
        try (NDManager scope = network.scope()) {
            int at = batch.slot(step);
            NDArray x = network.embed(scope, ids, batch.positions(step));
            Surroundings around = surroundings(scope, batch, step);
            Map<Integer, NDArray> steering = batch.steering();
            for (int layer = 0; layer < network.config().layers(); layer++) {
                monitor.check();
                x = network.block(scope, layer, x, around, batch.cache(), at);
                if (request.probe().isPresent() && request.probe().get().layer() == layer) {
                    readProbe(scope, batch, x, request.probe().get());
                }
                if (steering.containsKey(layer)) {
                    try (NDArray before = x) {
                        x = lab.call(scope, "add", before, steering.get(layer));
                    }
                }
            }
            x.attach(batch.scope());
            return x;
        }
    }

    private Surroundings surroundings(NDManager scope, Batch batch, int step) {
        int[] positions = batch.positions(step);
        int[] stretches =
                Arrays.stream(positions).map(p -> network.stretch(p + 1)).toArray();
        int seen = batch.slot(step) + 1;
        Map<Integer, Optional<NDArray>> masks = new HashMap<>();
        Optional<NDArray> padding = batch.mask().map(all -> lab.call(scope, "columns", all, seen));
        for (int window : network.windows()) {
            masks.put(window, window == 0 || seen <= window ? padding : behind(scope, padding, seen, window));
        }
        return new Surroundings(network.angles(scope, positions, stretches, batch.size()), masks);
    }

    /** The mask with what lies behind a window hidden, too. */
    private Optional<NDArray> behind(NDManager scope, Optional<NDArray> padding, int seen, int window) {
        float[] hidden = new float[seen];
        Arrays.fill(hidden, 0, seen - window, Float.NEGATIVE_INFINITY);
        NDArray mask = network.cast(scope, Tensors.floats(scope, hidden, 1, 1, 1, seen));
        return Optional.of(padding.map(p -> lab.call(scope, "add", p, mask)).orElse(mask));
    }

    private void readProbe(NDManager scope, Batch batch, NDArray x, Probe asked) {
        try (NDArray direction = Tensors.floats(scope, asked.direction(), asked.direction().length);
                NDArray cosine = lab.call(scope, "cosine", x, direction)) {
            double[] found = Tensors.doubles(cosine);
            for (int i = 0; i < found.length; i++) {
                cosines[batch.places()[i]] = found[i];
            }
        }
    }
}
