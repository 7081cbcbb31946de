package org.vectorscope.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.study.Sweep;
import org.vectorscope.study.SweepItem;
import org.vectorscope.study.SweepSpec;

/**
 * {@code sweep-7x50}: logit difference of the answer letters of the first 50 items under 7 strengths of one random
 * vector at every layer, added from the last prompt token on. Tokenising counts, as it does for the peer.
 */
final class SweepJob implements Runnable {
    private static final int ITEMS = 50;

    private final OpenModel open;
    private final ContrastSet set;
    private final String system;
    private final Monitor monitor;
    private final SortedMap<Integer, float[]> vectors = new TreeMap<>();

    SweepJob(OpenModel open, ContrastSet pairs, String system, Monitor monitor) {
        this.open = open;
        this.set = pairs.first(OptionalInt.of(ITEMS));
        this.system = system;
        this.monitor = monitor;
        Random random = new Random(0);
        float[] vector = new float[open.model().config().dModel()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        IntStream.range(0, open.model().config().layers()).forEach(layer -> vectors.put(layer, vector));
    }

    @Override
    public void run() {
        Rendered rendered =
                open.templating(TemplateChoice.AUTO, Optional.of(system)).render(set, OptionalInt.empty(), monitor);
        List<SweepItem> items = new ArrayList<>();
        for (Rendered.Pair pair : rendered.pairs()) {
            items.add(SweepItem.of(pair, set.name() + ", pair " + (items.size() + 1)));
        }
        Sweep.run(
                open.model(),
                new SweepSpec(items, vectors, SweepSpec.STRENGTHS),
                IntStream.range(0, items.size()).boxed().toList(),
                (item, propensities) -> {},
                monitor);
    }

    /** Each item once; then, for each layer and strength but 0, its last two tokens through the blocks above. */
    static Load load(Loads loads, Rendered rendered) {
        List<int[]> items =
                rendered.pairs().stream().map(p -> p.positive().ids()).toList();
        double length = items.stream().mapToInt(ids -> ids.length).average().orElse(0);
        double layers = loads.layers();
        double above = layers * (layers - 1) / 2;
        double rows = 2.0 * items.size() * (SweepSpec.STRENGTHS.length - 1);
        return loads.texts(items).plus(loads.blocks(above, 1, rows, length));
    }
}
