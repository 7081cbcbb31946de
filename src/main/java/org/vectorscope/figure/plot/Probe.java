package org.vectorscope.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Layer;
import org.vectorscope.figure.Quantity;

/** What lies under the pointer. */
public final class Probe {
    private final Chart.Panel panel;
    private final Surface surface;

    public Probe(Chart.Panel panel, Surface surface) {
        this.panel = panel;
        this.surface = surface;
    }

    public boolean contains(double x, double y) {
        return surface.data().contains(x, y);
    }

    /** The rule that the reader may move, if the pointer is on it. */
    public Optional<Layer.Rule> grip(double x, double y) {
        double reach = surface.look().text() * 0.6;
        boolean inside =
                x >= surface.data().getMinX() - reach && x <= surface.data().getMaxX();
        return movable().filter(r -> inside && Math.abs(y - surface.y(r.at())) <= reach);
    }

    /** The first level rule that may be moved. */
    public Optional<Layer.Rule> movable() {
        return panel.layers().stream()
                .filter(l -> l instanceof Layer.Rule r && r.grip() == Layer.Grip.DRAGGED && r.way() == Layer.Way.ACROSS)
                .map(Layer.Rule.class::cast)
                .findFirst();
    }

    /** The value on the y axis, within its range. */
    public double level(double y) {
        return Math.clamp(surface.valueAtY(y), panel.y().low(), panel.y().high());
    }

    public Optional<Layer.Bars> bars() {
        return panel.layers().stream()
                .filter(Layer.Bars.class::isInstance)
                .map(Layer.Bars.class::cast)
                .findFirst();
    }

    /** The bar at the pointer; anywhere in its column counts, bars can be low. */
    public OptionalInt bar(double x, double y) {
        if (!contains(x, y)) {
            return OptionalInt.empty();
        }
        return bars().flatMap(b -> b.at(surface.valueAtX(x))
                        .filter(i -> b.heights()[i] > 0)
                        .map(OptionalInt::of))
                .orElse(OptionalInt.empty());
    }

    /** The numbers at the pointer, one a line; empty where there is nothing. */
    public String text(double x, double y) {
        if (!contains(x, y)) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        double at = surface.valueAtX(x);
        for (Layer layer : panel.layers()) {
            switch (layer) {
                case Layer.Bars b -> b.at(at).filter(i -> b.heights()[i] != 0).ifPresent(i -> lines.add(bar(b, i)));
                case Layer.Line l -> line(l, x).ifPresent(lines::add);
                default -> {}
            }
        }
        return String.join("\n", lines);
    }

    private static String bar(Layer.Bars bars, int i) {
        double from = bars.edges()[i];
        double to = bars.edges()[i + 1];
        String value = Quantity.digits(bars.heights()[i], 3);
        boolean aroundWhole = to - from == 1 && from != Math.rint(from);
        return aroundWhole
                ? Quantity.digits(from + 0.5, 4) + ": " + value
                : Quantity.digits(from, 4) + " – " + Quantity.digits(to, 4) + ": " + value;
    }

    private Optional<String> line(Layer.Line line, double x) {
        int nearest = -1;
        double least = surface.look().text() * 2;
        for (int i = 0; i < line.x().length; i++) {
            double distance = Math.abs(surface.x(line.x()[i]) - x);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        if (nearest < 0) {
            return Optional.empty();
        }
        Layer.Words words = line.label();
        String name = words.strong().isEmpty() ? words.detail() : words.strong();
        return Optional.of(
                name + " at " + Quantity.digits(line.x()[nearest], 4) + ": " + Quantity.digits(line.y()[nearest], 3));
    }
}
