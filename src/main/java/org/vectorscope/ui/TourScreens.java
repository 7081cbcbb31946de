package org.vectorscope.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.VectorSpec;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;

/** Every screen as a picture in both themes, on a model and set that have been computed already. */
public final class TourScreens {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private TourScreens() {}

    /** @return names of the pictures without theme and ending, in the order of the main path */
    public static List<String> write(
            Lab lab, OpenModel open, VectorSpec spec, double strength, Path folder, Monitor monitor) {
        headless();
        List<String> names = new ArrayList<>();
        try (Snapshots window = Snapshots.open(lab, WIDTH, HEIGHT)) {
            ScreenContext context = Snapshots.onFx(() -> window.window().context());
            Snapshots.onFx(() -> prepare(context, open, spec, strength));
            rest(window, context);
            for (ScreenId id : ScreenId.values()) {
                monitor.check();
                monitor.progress("Drawing screens", names.size(), ScreenId.values().length);
                Snapshots.onFx(() -> window.window().goTo(id));
                rest(window, context);
                if (id == ScreenId.SIDE_BY_SIDE) {
                    Snapshots.onFx(() -> window.window().mainAction());
                    rest(window, context);
                }
                String name = String.format(Locale.ROOT, "%02d-%s", names.size() + 1, id.word());
                window.writeBoth(folder, name);
                names.add(name);
            }
            Snapshots.onFx(() -> context.state().model().set(Optional.empty()));
        }
        return names;
    }

    /** JavaFX's platform without a display; to be said before the toolkit starts. */
    private static void headless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    private static void prepare(ScreenContext context, OpenModel open, VectorSpec spec, double strength) {
        LabState state = context.state();
        state.model().set(Optional.of(open));
        context.commands().use(spec.set());
        context.commands().extract();
        state.strength().set(strength);
    }

    /** Until no job runs and everything they set off has been drawn. */
    private static void rest(Snapshots window, ScreenContext context) {
        long start = System.nanoTime();
        int quiet = 0;
        while (quiet < 3 && System.nanoTime() - start < PATIENCE) {
            window.settle();
            boolean busy = Snapshots.onFx(() -> !context.jobs().running().isEmpty()
                    || !context.lab().jobs().unended().isEmpty());
            quiet = busy ? 0 : quiet + 1;
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(60);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
