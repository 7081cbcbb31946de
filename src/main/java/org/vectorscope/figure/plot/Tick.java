package org.vectorscope.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vectorscope.figure.Axis;
import org.vectorscope.figure.Quantity;

/** Where an axis is marked, and with what words. */
record Tick(double at, String text) {
    /** More whole numbers than this are noise. */
    private static final int MOST_WHOLE = 8;

    /** @param most about how many ticks there is room for */
    static List<Tick> of(Axis axis, int most) {
        return switch (axis.scale()) {
            case LINEAR -> linear(axis, Quantity.niceStep((axis.high() - axis.low()) / Math.max(1, most)));
            case COUNT -> linear(axis, wholeStep(axis, most));
            case WHOLE -> whole(axis, most);
            case LOG -> ones(axis);
            // powers are short and stand closer than numbers do
            case DECADES -> decades(axis, most * 3 / 2);
        };
    }

    private static List<Tick> linear(Axis axis, double step) {
        List<Tick> ticks = new ArrayList<>();
        double slack = step * 1e-9;
        for (long i = (long) Math.ceil((axis.low() - slack) / step); i * step <= axis.high() + slack; i++) {
            ticks.add(new Tick(i * step, number(i * step, step)));
        }
        return ticks;
    }

    private static double wholeStep(Axis axis, int most) {
        int wanted = Math.clamp(most, 1, MOST_WHOLE);
        double step = Math.max(1, Quantity.niceStep((axis.high() - axis.low()) / wanted));
        return step == 2.5 ? 5 : step;
    }

    private static List<Tick> whole(Axis axis, int most) {
        double step = wholeStep(axis, most);
        List<Tick> ticks = linear(axis, step);
        double last = Math.floor(axis.high());
        if (!ticks.isEmpty() && last > ticks.getLast().at) {
            if (last - ticks.getLast().at < 0.6 * step && ticks.size() > 1) {
                ticks.removeLast();
            }
            ticks.add(new Tick(last, number(last, 1)));
        }
        return ticks;
    }

    private static List<Tick> ones(Axis axis) {
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(axis.low())); Math.pow(10, power) <= axis.high(); power++) {
            for (int digit : new int[] {1, 2, 5}) {
                double at = digit * Math.pow(10, power);
                if (at >= axis.low() * (1 - 1e-9) && at < axis.high() / 1.2) {
                    ticks.add(new Tick(at, number(at, at)));
                }
            }
        }
        ticks.add(new Tick(axis.high(), number(axis.high(), Math.min(1, axis.high()))));
        return ticks;
    }

    private static List<Tick> decades(Axis axis, int most) {
        int first = (int) Math.ceil(Math.log10(axis.low()) - 1e-9);
        int last = (int) Math.floor(Math.log10(axis.high()) + 1e-9);
        int every = Math.max(1, (int) Math.ceil((last - first + 1.0) / Math.max(1, most)));
        List<Tick> ticks = new ArrayList<>();
        for (int power = last; power >= first; power -= every) {
            ticks.add(new Tick(Math.pow(10, power), Quantity.power(power)));
        }
        return ticks;
    }

    private static String number(double value, double step) {
        double shown = Math.abs(value) < step * 1e-6 ? 0 : value;
        int digits = 0;
        for (double s = step; digits < 6 && Math.abs(s - Math.rint(s)) > 1e-6 * s; s *= 10) {
            digits++;
        }
        String text = String.format(Locale.ROOT, "%." + digits + "f", shown);
        if (digits > 0) {
            text = text.replaceFirst("\\.?0+$", "");
        }
        return text.replace('-', '−');
    }
}
