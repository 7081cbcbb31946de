package org.vectorscope.ui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.store.Kind;
import org.vectorscope.ui.common.Formats;

/** Runs and their recipes as the screen writes them. */
final class RunWords {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40,}");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z0-9])");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private RunWords() {}

    static String kind(Kind kind) {
        String word = kind.word();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Of many, beside a size: {@code Geometry 0.23 GB}, {@code Generations 0.09 GB}. */
    static String kinds(Kind kind) {
        return switch (kind) {
            case ACTIVATIONS, GEOMETRY -> kind(kind);
            case GENERATE -> "Generations";
            case STUDY -> "Studies";
            case VECTOR, SWEEP, JACOBIAN, PRECISION -> kind(kind) + "s";
        };
    }

    static Feather icon(Kind kind) {
        return switch (kind) {
            case ACTIVATIONS -> Feather.LAYERS;
            case SWEEP -> Feather.SLIDERS;
            case GEOMETRY -> Feather.BAR_CHART_2;
            case JACOBIAN -> Feather.ACTIVITY;
            case PRECISION -> Feather.HASH;
            case VECTOR -> Feather.TRENDING_UP;
            case GENERATE -> Feather.GRID;
            case STUDY -> Feather.CHECK_SQUARE;
        };
    }

    /** The time today, day and time this year, else the date. */
    static String when(Instant instant, Instant now, ZoneId zone) {
        ZonedDateTime then = instant.atZone(zone);
        ZonedDateTime today = now.atZone(zone);
        if (then.toLocalDate().equals(today.toLocalDate())) {
            return TIME.format(then);
        }
        return (then.getYear() == today.getYear() ? DAY : YEAR).format(then);
    }

    static String when(Instant instant) {
        return when(instant, Instant.now(), ZoneId.systemDefault());
    }

    /** {@code readToken} as {@code read token}. */
    static String setting(String field) {
        return HUMP.matcher(field).replaceAll(" ").toLowerCase(Locale.ROOT).replace('.', ' ');
    }

    /** A value of a recipe, hashes cut short. */
    static String value(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "–";
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? value.asText().replace('-', '−') : Formats.plain(value.doubleValue());
        }
        String text = value.isValueNode() ? value.asText() : value.toString();
        return HASH.matcher(text).matches() ? text.substring(0, 4) + "…" + text.substring(text.length() - 4) : text;
    }
}
