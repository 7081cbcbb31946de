package org.vectorscope.figure;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;

/** One thing drawn in a {@link Chart.Panel}. Order in the list is order of drawing. */
public sealed interface Layer {
    enum Dash {
        SOLID,
        DASHED
    }

    enum Dots {
        NONE,
        EACH
    }

    enum LabelAt {
        /** Beside the line, wherever there is room. */
        ALONG,
        /** To the right of its last point, outside the axes. */
        END
    }

    enum Way {
        /** A line across from left to right, or a range of y. */
        ACROSS,
        /** A line from bottom to top, or a range of x. */
        UPRIGHT
    }

    /** Whether the reader may click bars to select them. */
    enum Pick {
        NONE,
        BY_READER
    }

    enum Grip {
        FIXED,
        /** The reader may move it. */
        DRAGGED
    }

    /**
     * Words at a line: the first in bold, the second plain and left out where there is no room.
     *
     * @param strong may be empty
     * @param detail may be empty
     */
    record Words(String strong, String detail) {
        public static final Words NONE = new Words("", "");

        public static Words of(String strong) {
            return new Words(strong, "");
        }
    }

    /** @param x ascending, [n]; @param y [n], NaN where there is nothing to draw */
    record Line(Words label, Ink ink, Dash dash, Dots dots, LabelAt at, double[] x, double[] y) implements Layer {
        public Line {
            same(x.length, y.length);
        }
    }

    /** An interval around a line: the area between {@code low} and {@code high}. */
    record Band(String name, Ink ink, double[] x, double[] low, double[] high) implements Layer {
        public Band {
            same(x.length, low.length);
            same(x.length, high.length);
        }
    }

    /**
     * @param edges [n + 1], ascending
     * @param heights [n]
     * @param selected indices of bars drawn in the selected colour
     */
    record Bars(String name, double[] edges, double[] heights, Pick pick, SortedSet<Integer> selected)
            implements Layer {
        public Bars {
            same(edges.length, heights.length + 1);
            if (!selected.isEmpty() && (selected.first() < 0 || selected.last() >= heights.length)) {
                throw new IllegalArgumentException("selected " + selected + " of " + heights.length + " bars");
            }
        }

        /** The bar that holds {@code x}. */
        public Optional<Integer> at(double x) {
            int i = Arrays.binarySearch(edges, x);
            int bar = i >= 0 ? i : -i - 2;
            return bar >= 0 && bar < heights.length ? Optional.of(bar) : Optional.empty();
        }
    }

    /** A flat grey area for what is no finding; {@code name} stands in it. */
    record NoFinding(Words name, Way way, double from, double to) implements Layer {}

    /** A pale column behind what is selected. */
    record Highlight(double from, double to) implements Layer {}

    /** A straight line at one value: a mean, a norm, a threshold. */
    record Rule(Words label, Ink ink, Dash dash, Grip grip, Way way, double at) implements Layer {}

    /** Words to the right of the axes, at the height of {@code y}. */
    record Margin(Words label, Ink ink, double y) implements Layer {}

    /** A hollow ring with words. */
    record Ring(Words label, Ink ink, double x, double y) implements Layer {}

    private static void same(int a, int b) {
        if (a != b) {
            throw new IllegalArgumentException("lengths " + a + " and " + b + " do not go together");
        }
    }
}
