package org.vectorscope.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vectorscope.lab.SweepReport;
import org.vectorscope.study.SweepMap;
import org.vectorscope.study.SweepWords;

/** A sweep for people: one line a layer, then what it says. */
final class SweepTable {
    private SweepTable() {}

    static void print(SweepReport report, Output output) {
        SweepMap map = report.map();
        SweepReport.Split split = report.split();
        output.line(
                "%s: %d of %d items, vectors from %s",
                report.dataset(),
                map.n(),
                split.sweptItems(),
                split.vectorItems() == 0 ? split.vectorFrom() : split.vectorFrom() + " (" + split.vectorItems() + " items)");
        output.line(
                "propensity (%s), unsteered %s",
                report.scored(), mean(map.unsteered().mean(), map.unsteered().low(), map.unsteered().high()));
        output.line("layer %s     slope [95 %%]          anti-steerable", Arrays.stream(map.strengths())
                .mapToObj(s -> String.format(Locale.ROOT, "%8s", "× " + trimmed(s)))
                .collect(Collectors.joining()));
        for (SweepMap.Layer layer : map.layers()) {
            output.line("%5d %s   %-24s %3.0f %%", layer.layer(), Arrays.stream(layer.propensity())
                    .mapToObj(p -> String.format(Locale.ROOT, "%8.2f", p))
                    .collect(Collectors.joining()), mean(layer.slope(), layer.low(), layer.high()), 100 * layer.antiSteerable());
        }
        output.line("%s: %s", SweepWords.headline(map), SweepWords.reason(map));
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String mean(double mean, @Nullable Double low, @Nullable Double high) {
        return low == null || high == null
                ? String.format(Locale.ROOT, "%.3f", mean)
                : String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", mean, low, high);
    }
}
