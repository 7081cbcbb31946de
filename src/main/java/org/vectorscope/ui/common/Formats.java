package org.vectorscope.ui.common;

import java.time.Duration;
import java.util.Locale;

/** Numbers and times as the window writes them. */
public final class Formats {
    private Formats() {}

    /** Two decimals, a true minus sign; a dash where there is no number. */
    public static String two(double value) {
        return Double.isFinite(value) ? minus(String.format(Locale.ROOT, "%.2f", value)) : "–";
    }

    /** As {@link #two}, with a plus sign. */
    public static String signed(double value) {
        return Double.isFinite(value) ? minus(String.format(Locale.ROOT, "%+.2f", value)) : "–";
    }

    /** One decimal. */
    public static String one(double value) {
        return Double.isFinite(value) ? minus(String.format(Locale.ROOT, "%.1f", value)) : "–";
    }

    /** As few decimals as say it: 1.5, 2, 0.25. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
        return minus(text.equals("-0") ? "0" : text);
    }

    public static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    public static String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /** Decimal units, as file managers show them. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = -1;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }

    /** {@code 3.4 s}, {@code 2 min}, {@code 1 h 5 min}. */
    public static String time(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        if (seconds < 1) {
            return Math.max(1, duration.toMillis()) + " ms";
        }
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (seconds < 90) {
            return Math.round(seconds) + " s";
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
