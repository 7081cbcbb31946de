package org.vectorscope.lab;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.vectorscope.job.Monitor;
import org.vectorscope.store.Store;
import org.vectorscope.study.Sweep;

/**
 * What each layer's vector does to the answers of an A/B set, at several strengths. Finished items are kept as they
 * come: a sweep that was called off, or a longer one, computes the missing items only.
 */
public final class Sweeps {
    /** Between two looks of the listener, and of the store. */
    private static final long SHOWN = 300_000_000L;

    private static final long KEPT = 2_000_000_000L;

    private final Store store;
    private final Vectors vectors;

    Sweeps(Store store, Vectors vectors) {
        this.store = store;
        this.vectors = vectors;
    }

    /**
     * @param listener gets the map of what is done so far, a few times a second at most; called from any thread
     * @throws org.vectorscope.file.BadInput if the set has no lettered answers, or a layer no vector
     */
    public Outcome<SweepReport> run(
            OpenModel open, SweepRequest request, Consumer<SweepReport> listener, Monitor monitor) {
        SweepPlan plan = SweepPlan.of(open, request, vectors, monitor);
        SweepCells cells = new SweepCells(plan, store);
        boolean cached = cells.missing().isEmpty();
        if (!cached) {
            compute(plan, cells, listener, monitor);
        }
        return outcome(plan, cells, cached);
    }

    /** What is known already, whole or not, without sweeping; empty where nothing is, or it would take a pass to know. */
    public Optional<Outcome<SweepReport>> known(OpenModel open, SweepRequest request, Monitor monitor) {
        SweepPlan plan = SweepPlan.of(open, request, vectors, monitor);
        SweepCells cells = new SweepCells(plan, store);
        return cells.done().isEmpty() ? Optional.empty() : Optional.of(outcome(plan, cells, true));
    }

    private static Outcome<SweepReport> outcome(SweepPlan plan, SweepCells cells, boolean cached) {
        return new Outcome<>(
                plan.report(cells.done()), cells.run(), cached, cells.took(), Instant.now(), plan.recipe());
    }

    private static void compute(
            SweepPlan plan, SweepCells cells, Consumer<SweepReport> listener, Monitor monitor) {
        Pace pace = new Pace();
        if (!cells.done().isEmpty()) {
            listener.accept(plan.report(cells.done()));
        }
        try {
            Sweep.run(
                    plan.open().model(),
                    plan.spec(),
                    cells.missing(),
                    (item, propensities) -> {
                        cells.add(item, propensities);
                        pace.tell(plan, cells, listener);
                    },
                    monitor);
        } finally {
            if (!cells.done().isEmpty()) {
                cells.keep(plan.report(cells.done()));
            }
        }
    }

    /** Neither the screen nor the disk need each item at once. */
    private static final class Pace {
        private long shown;
        private long kept = System.nanoTime();

        void tell(SweepPlan plan, SweepCells cells, Consumer<SweepReport> listener) {
            long now = System.nanoTime();
            if (now - shown > SHOWN) {
                shown = now;
                SweepReport report = plan.report(cells.done());
                listener.accept(report);
                if (now - kept > KEPT) {
                    kept = now;
                    cells.keep(report);
                }
            }
        }
    }
}
