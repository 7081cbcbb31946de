package org.vectorscope.figure.plot;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.vectorscope.figure.Axis;

/** Chooses the ticks of an axis for the room there is: labels never touch, the ends stay. */
final class TickLabels {
    /** More ticks than this make a ruler, not an axis. */
    private static final int MOST = 10;

    private TickLabels() {}

    static List<NumberTick> fit(
            Axis axis, Rectangle2D area, RectangleEdge edge, Font font, DoubleUnaryOperator position) {
        boolean across = RectangleEdge.isTopOrBottom(edge);
        double room = across ? area.getWidth() : area.getHeight();
        double size = font.getSize2D();
        double pitch = across ? axis.scale() == Axis.Scale.WHOLE ? 3.6 : 5 : 2.2; // sizes of text
        List<Tick> ticks = Tick.of(axis, Math.min(MOST, (int) (room / (size * pitch))));
        // by the baseline: what counts as the top of a font differs from output to output
        TextAnchor anchor = across ? TextAnchor.BASELINE_CENTER : TextAnchor.CENTER_RIGHT;
        return apart(ticks, across, font, position).stream()
                .map(t -> new NumberTick(t.at(), t.text(), anchor, anchor, 0))
                .toList();
    }

    private static List<Tick> apart(List<Tick> ticks, boolean across, Font font, DoubleUnaryOperator position) {
        if (ticks.size() < 2) {
            return ticks;
        }
        List<Tick> kept = new ArrayList<>(List.of(ticks.getFirst(), ticks.getLast()));
        for (Tick tick : ticks.subList(1, ticks.size() - 1)) {
            if (kept.stream().allMatch(k -> clear(k, tick, across, font, position))) {
                kept.add(tick);
            }
        }
        kept.sort(Comparator.comparingDouble(Tick::at));
        return kept;
    }

    private static boolean clear(Tick a, Tick b, boolean across, Font font, DoubleUnaryOperator position) {
        double distance = Math.abs(position.applyAsDouble(a.at()) - position.applyAsDouble(b.at()));
        double size = font.getSize2D();
        double need = across
                ? (TextBlock.width(a.text(), font) + TextBlock.width(b.text(), font)) / 2 + 0.7 * size
                : 1.2 * size;
        return distance >= need;
    }
}
