package org.vectorscope.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as JSON has them: what does not exist is null, never NaN. */
final class Numbers {
    private Numbers() {}

    static @Nullable Double plain(double value) {
        return Double.isFinite(value) ? value : null;
    }

    static String text(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "-";
    }
}
