package org.vectorscope.figure;

/**
 * One axis with its range fixed by whoever built the chart, so that charts that belong together stay in line.
 *
 * @param title with the unit where there is one
 */
public record Axis(String title, Scale scale, double low, double high) {
    /** How values become positions, and which ticks stand there. */
    public enum Scale {
        LINEAR,
        /** Ticks at whole numbers only. */
        COUNT,
        /** Ticks at whole numbers and at the last one. */
        WHOLE,
        /** Ticks at 1, 2, 5, 10, 20 … and at the end. */
        LOG,
        /** Ticks at powers of ten. */
        DECADES
    }

    public Axis {
        if (!(low < high) || (isLog(scale) && low <= 0)) {
            throw new IllegalArgumentException(title + ": no axis from " + low + " to " + high);
        }
    }

    public boolean logarithmic() {
        return isLog(scale);
    }

    private static boolean isLog(Scale scale) {
        return scale == Scale.LOG || scale == Scale.DECADES;
    }
}
