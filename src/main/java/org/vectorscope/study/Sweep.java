package org.vectorscope.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.EngineFailure;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.Steering;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.geometry.Rows;
import org.vectorscope.job.Monitor;

/**
 * The layer × strength map of propensities (Tan et al. 2024, arXiv 2407.12404), the letter alone scored.
 *
 * <p>All cells of an item are one text under different steering, so one request holds them: what they share is computed
 * once, and from a steered layer on only the last prompt token and what follows it, once for each strength.
 */
public final class Sweep {
    /** Most texts in one request: beyond a few thousand a larger one shares nothing more. */
    private static final int TEXTS = 4096;

    private final LanguageModel model;
    private final SweepSpec spec;
    private final List<Cell> cells;
    private final List<Steering> steering;
    private final int[] letters;

    /** @param layer index into the spec's layers; −1 for the unsteered text @param strength index into its strengths */
    private record Cell(int layer, int strength) {}

    private Sweep(LanguageModel model, SweepSpec spec) {
        this.model = model;
        this.spec = spec;
        this.cells = new ArrayList<>(List.of(new Cell(-1, spec.zero())));
        this.steering = new ArrayList<>(List.of(Steering.NONE));
        List<Integer> layers = List.copyOf(spec.vectors().keySet());
        for (int layer = 0; layer < layers.size(); layer++) {
            for (int strength = 0; strength < spec.strengths().length; strength++) {
                if (strength != spec.zero()) {
                    cells.add(new Cell(layer, strength));
                    steering.add(push(layers.get(layer), spec.strengths()[strength]));
                }
            }
        }
        this.letters = spec.items().stream()
                .flatMapToInt(i -> Arrays.stream(
                        new int[] {i.score().matching(), i.score().other()}))
                .distinct()
                .sorted()
                .toArray();
    }

    /**
     * @param items which of the spec's items, by index
     * @throws EngineFailure if a logit is not a number
     */
    public static void run(
            LanguageModel model, SweepSpec spec, List<Integer> items, SweepListener listener, Monitor monitor) {
        Sweep sweep = new Sweep(model, spec);
        int together = Math.max(1, TEXTS / sweep.cells.size());
        for (int from = 0; from < items.size(); from += together) {
            List<Integer> some = items.subList(from, Math.min(items.size(), from + together));
            sweep.some(some, listener, new Part(monitor, from, some.size(), items.size()));
        }
    }

    private Steering push(int layer, double strength) {
        float[] vector = Rows.scaled(spec.vectors().get(layer), strength);
        return new Steering(List.of(new Steering.Push(layer, vector, TokenRange.FROM_LAST)));
    }

    private void some(List<Integer> items, SweepListener listener, Monitor monitor) {
        List<int[]> texts = new ArrayList<>();
        List<Steering> steered = new ArrayList<>();
        List<Integer> prompts = new ArrayList<>();
        for (int index : items) {
            SweepItem item = spec.items().get(index);
            for (Steering one : steering) {
                texts.add(item.score().prefix());
                steered.add(one);
                prompts.add(item.promptLength());
            }
        }
        CaptureRequest request = new CaptureRequest(
                texts,
                new TreeSet<>(),
                new CaptureRequest.FromEnd(-1),
                new CaptureRequest.Of(letters),
                steered,
                prompts);
        model.capture(request, new Collected(items, listener), monitor);
    }

    /** Sorts what comes in any order into items, and hands each on when it is whole. */
    private final class Collected implements org.vectorscope.engine.CaptureSink {
        private final List<Integer> items;
        private final SweepListener listener;
        private final float[][] values; // [items][cells]
        private final int[] missing;

        Collected(List<Integer> items, SweepListener listener) {
            this.items = items;
            this.listener = listener;
            this.values = new float[items.size()][cells.size()];
            this.missing = new int[items.size()];
            Arrays.fill(missing, cells.size());
        }

        @Override
        public void residual(int text, int layer, int position, float[] values) {}

        @Override
        public void logits(int text, int position, float[] logits) {
            int place = text / cells.size();
            int cell = text % cells.size();
            SweepItem item = spec.items().get(items.get(place));
            float propensity = logits[Arrays.binarySearch(letters, item.score().matching())]
                    - logits[Arrays.binarySearch(letters, item.score().other())];
            if (!Float.isFinite(propensity)) {
                throw new EngineFailure(
                        "The logits of " + where(cells.get(cell)) + " are not finite; smaller strengths may help.");
            }
            values[place][cell] = propensity;
            if (--missing[place] == 0) {
                listener.item(items.get(place), propensities(values[place]));
            }
        }
    }

    private String where(Cell cell) {
        return cell.layer() < 0
                ? "the unsteered model"
                : "layer " + List.copyOf(spec.vectors().keySet()).get(cell.layer()) + " at strength "
                        + spec.strengths()[cell.strength()];
    }

    private ItemPropensities propensities(float[] values) {
        float[][] steered = new float[spec.vectors().size()][spec.strengths().length];
        for (float[] layer : steered) {
            Arrays.fill(layer, values[0]);
        }
        for (int i = 1; i < values.length; i++) {
            steered[cells.get(i).layer()][cells.get(i).strength()] = values[i];
        }
        return new ItemPropensities(values[0], steered);
    }

    /** Tells of one request as a part of the whole. */
    private record Part(Monitor all, int before, int items, int of) implements Monitor {
        @Override
        public void progress(String stage, double done, double total) {
            double share = total > 0 ? done / total : 0;
            all.progress("Sweeping " + of + (of == 1 ? " item" : " items"), before + share * items, of);
        }

        @Override
        public void check() {
            all.check();
        }
    }
}
