package org.vectorscope.figure.export;

import java.util.List;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Layer;

/** A chart without what only a reader at the screen can use: handles, frames around a selection. */
final class Printed {
    private Printed() {}

    static Chart of(Chart chart) {
        return switch (chart) {
            case Chart.Panel panel -> panel(panel);
            case Chart.Stack stack ->
                new Chart.Stack(stack.panels().stream().map(Printed::panel).toList(), stack.weights());
            case Chart.Forest f -> f;
            case Chart.Matrix m -> m;
            case Chart.Heat h -> h;
            case Chart.Columns c -> c;
        };
    }

    private static Chart.Panel panel(Chart.Panel panel) {
        List<Layer> layers = panel.layers().stream().map(Printed::layer).toList();
        return new Chart.Panel(panel.x(), panel.y(), layers);
    }

    private static Layer layer(Layer layer) {
        return switch (layer) {
            case Layer.Rule r -> new Layer.Rule(r.label(), r.ink(), r.dash(), Layer.Grip.FIXED, r.way(), r.at());
            case Layer.Bars b -> new Layer.Bars(b.name(), b.edges(), b.heights(), Layer.Pick.NONE, b.selected());
            case Layer other -> other;
        };
    }
}
