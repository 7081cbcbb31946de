package org.vectorscope.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.vectorscope.ui.common.Explanation;
import org.vectorscope.ui.common.PlainScreen;
import org.vectorscope.ui.common.Screen;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.contrast.ContrastScreen;
import org.vectorscope.ui.control.EmptyState;
import org.vectorscope.ui.geometry.GeometryScreen;
import org.vectorscope.ui.model.ModelView;
import org.vectorscope.ui.runs.RunsView;
import org.vectorscope.ui.sidebyside.SideBySideView;
import org.vectorscope.ui.vector.VectorScreen;

/** The one place where screens are registered. */
final class Screens {
    private Screens() {}

    static Map<ScreenId, Supplier<Screen>> of(ScreenContext context) {
        Map<ScreenId, Supplier<Screen>> screens = new EnumMap<>(ScreenId.class);
        for (ScreenId id : ScreenId.values()) {
            screens.put(id, () -> empty(id));
        }
        screens.put(ScreenId.MODEL, () -> new ModelView(context));
        screens.put(ScreenId.VECTOR, () -> new VectorScreen(context));
        screens.put(ScreenId.GEOMETRY, () -> new GeometryScreen(context));
        screens.put(ScreenId.RUNS, () -> new RunsView(context));
        screens.put(ScreenId.SIDE_BY_SIDE, () -> new SideBySideView(context));
        screens.put(ScreenId.CONTRAST, () -> new ContrastScreen(context));
        return screens;
    }

    private static Screen empty(ScreenId id) {
        return new PlainScreen(
                id,
                new EmptyState(id.icon(), id.title(), "Load a model to begin."),
                Explanation.of(id.title(), "Nothing is shown here yet."));
    }
}
