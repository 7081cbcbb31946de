package org.vectorscope.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vectorscope.file.Json;
import org.vectorscope.file.Sha256;
import org.vectorscope.store.Content;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Key;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Store;
import org.vectorscope.store.StoreFailure;
import org.vectorscope.store.Summary;
import org.vectorscope.study.ItemPropensities;
import org.vectorscope.study.SweepItem;

/**
 * The finished items of one sweep, and their place in the store: each item is an array of the sweep's run under a hash of
 * its own tokens, so that a sweep over more items finds those of a shorter one.
 */
final class SweepCells {
    private static final Logger LOG = LoggerFactory.getLogger(SweepCells.class);

    private final SweepPlan plan;
    private final Store store;
    private final Key key;
    private final long start = System.nanoTime();
    private final Map<String, float[]> kept = new LinkedHashMap<>(); // of this sweep's items and of others
    private final Map<Integer, ItemPropensities> done = new TreeMap<>();
    private Duration before = Duration.ZERO;
    private long run;

    SweepCells(SweepPlan plan, Store store) {
        this.plan = plan;
        this.store = store;
        this.key = new Key(Kind.SWEEP, plan.recipe());
        store.find(key).ifPresent(this::read);
    }

    private void read(Entry entry) {
        before = entry.run().took();
        run = entry.run().number();
        Set<String> names = new HashSet<>(store.arrays(entry.run()));
        for (String name : names) {
            store.floats(entry.run(), name)
                    .filter(values -> values.length == plan.width())
                    .ifPresent(values -> kept.put(name, values));
        }
        for (int item = 0; item < plan.spec().items().size(); item++) {
            Optional<float[]> values = Optional.ofNullable(kept.get(name(item)));
            if (values.isPresent()) {
                done.put(item, propensities(values.get()));
            }
        }
    }

    private String name(int item) {
        SweepItem i = plan.spec().items().get(item);
        return "item."
                + Sha256.of(Arrays.toString(i.score().prefix()) + i.promptLength() + " "
                        + i.score().matching() + " " + i.score().other());
    }

    List<Integer> missing() {
        List<Integer> missing = new ArrayList<>();
        for (int item = 0; item < plan.spec().items().size(); item++) {
            if (!done.containsKey(item)) {
                missing.add(item);
            }
        }
        return missing;
    }

    List<ItemPropensities> done() {
        return List.copyOf(done.values());
    }

    void add(int item, ItemPropensities propensities) {
        done.put(item, propensities);
        kept.put(name(item), flat(propensities));
    }

    /** Puts what there is into the store. @return the run's number; 0 where it could not be kept */
    long keep(SweepReport report) {
        try {
            Content content = new Content(Json.mapper().valueToTree(report), kept);
            run = store.put(key, summary(), content, took()).run().number();
        } catch (StoreFailure e) {
            LOG.warn("a sweep could not be kept", e);
        }
        return run;
    }

    long run() {
        return run;
    }

    Duration took() {
        return before.plusNanos(System.nanoTime() - start);
    }

    private Summary summary() {
        int layers = plan.spec().vectors().size();
        String title = plan.request().vector().set().name() + " · " + layers + (layers == 1 ? " layer × " : " layers × ")
                + plan.spec().strengths().length + " strengths";
        int first = plan.spec().vectors().firstKey();
        int last = plan.spec().vectors().lastKey();
        return new Summary(title, first == last ? String.valueOf(first) : first + "–" + last, kept.size());
    }

    private static float[] flat(ItemPropensities propensities) {
        float[][] rows = propensities.steered();
        float[] flat = new float[1 + rows.length * rows[0].length];
        flat[0] = propensities.unsteered();
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, 1 + i * rows[i].length, rows[i].length);
        }
        return flat;
    }

    private ItemPropensities propensities(float[] flat) {
        int width = plan.spec().strengths().length;
        float[][] rows = new float[plan.spec().vectors().size()][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, 1 + i * width, 1 + (i + 1) * width));
        return new ItemPropensities(flat[0], rows);
    }
}
