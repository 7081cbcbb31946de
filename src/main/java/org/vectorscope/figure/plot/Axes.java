package org.vectorscope.figure.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;
import org.vectorscope.figure.Axis;
import org.vectorscope.figure.Look;

/** JFreeChart axes with our ticks. */
final class Axes {
    private Axes() {}

    static ValueAxis across(Axis axis, Look look) {
        ValueAxis made = dressed(axis, look);
        made.setTickLabelInsets(new RectangleInsets(look.text() * 1.25, 0, -look.text() * 0.95, 0));
        made.setLabel(axis.title());
        made.setLabelFont(look.plain());
        made.setLabelPaint(look.palette().text());
        made.setLabelInsets(new RectangleInsets(look.text() * 0.25, 0, 0, 0));
        return made;
    }

    /** Without its title, which the panel writes above itself, level. */
    static ValueAxis upright(Axis axis, Look look) {
        ValueAxis made = dressed(axis, look);
        made.setAxisLineVisible(false);
        made.setTickMarksVisible(false);
        made.setFixedDimension(widest(axis, look) + look.text() * 0.85);
        return made;
    }

    /** Of all labels that any height could ask for: the plot's left edge does not depend on its height. */
    private static double widest(Axis axis, Look look) {
        return IntStream.range(1, 9)
                .boxed()
                .flatMap(most -> Tick.of(axis, most).stream())
                .mapToDouble(tick -> TextBlock.width(tick.text(), look.plain()))
                .max()
                .orElse(0);
    }

    private static ValueAxis dressed(Axis axis, Look look) {
        ValueAxis made = axis.logarithmic() ? new Logarithmic(axis) : new Linear(axis);
        made.setAutoRange(false);
        made.setRange(axis.low(), axis.high());
        made.setTickLabelFont(look.plain());
        made.setTickLabelPaint(look.palette().muted());
        made.setAxisLinePaint(look.palette().axis());
        made.setAxisLineStroke(new BasicStroke(look.hair()));
        made.setTickMarkPaint(look.palette().axis());
        made.setTickMarkStroke(new BasicStroke(look.hair()));
        made.setTickMarkOutsideLength(look.text() * 0.3f);
        made.setTickLabelInsets(new RectangleInsets(0, look.text() * 0.35, 0, look.text() * 0.5));
        return made;
    }

    private static List<NumberTick> ticks(Axis axis, ValueAxis made, Rectangle2D area, RectangleEdge edge) {
        return TickLabels.fit(axis, area, edge, made.getTickLabelFont(), v -> made.valueToJava2D(v, area, edge));
    }

    private static String fitting(@Nullable String label, ValueAxis made, Rectangle2D data) {
        return label == null ? "" : TextBlock.shortened(label, made.getLabelFont(), data.getWidth());
    }

    private static final class Linear extends NumberAxis {
        private static final long serialVersionUID = 1L;
        private final transient Axis axis;

        Linear(Axis axis) {
            this.axis = axis;
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return ticks(axis, this, area, edge);
        }

        @Override
        protected AxisState drawLabel(
                @Nullable String label,
                Graphics2D g,
                Rectangle2D area,
                Rectangle2D data,
                RectangleEdge edge,
                AxisState state) {
            return super.drawLabel(fitting(label, this, data), g, area, data, edge, state);
        }
    }

    private static final class Logarithmic extends LogAxis {
        private static final long serialVersionUID = 1L;
        private final transient Axis axis;

        Logarithmic(Axis axis) {
            this.axis = axis;
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return ticks(axis, this, area, edge);
        }

        @Override
        protected AxisState drawLabel(
                @Nullable String label,
                Graphics2D g,
                Rectangle2D area,
                Rectangle2D data,
                RectangleEdge edge,
                AxisState state) {
            return super.drawLabel(fitting(label, this, data), g, area, data, edge, state);
        }
    }
}
