package org.vectorscope.ui.sidebyside;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vectorscope.study.SideBySideResult;
import org.vectorscope.study.SideBySideResult.ArmResult;
import org.vectorscope.study.SideBySideResult.Sample;
import org.vectorscope.ui.sidebyside.Column.Figures;

/** The numbers under a column, out of a result. */
final class FiguresOf {
    private FiguresOf() {}

    /** @param arm index into the arms of every prompt */
    static Figures arm(SideBySideResult result, int arm) {
        List<ArmResult> prompts =
                result.prompts().stream().map(p -> p.arms().get(arm)).toList();
        List<Sample> samples =
                prompts.stream().flatMap(a -> a.samples().stream()).toList();
        DoubleSummaryStatistics scores = statistics(samples, Sample::traitScore);
        double tokens = samples.stream().mapToInt(s -> s.ids().length).sum();
        ArmResult first = prompts.getFirst();
        Optional<String> why =
                samples.stream().map(Sample::why).filter(Objects::nonNull).findFirst();
        return new Figures(
                first.norm(),
                first.cosine() == null ? Double.NaN : first.cosine(),
                mean(scores),
                scores.getCount() == 0 ? Double.NaN : scores.getMin(),
                scores.getCount() == 0 ? Double.NaN : scores.getMax(),
                scores.getCount() == 0 ? why : Optional.empty(),
                Optional.ofNullable(result.letters()).map(letters -> letters.get(arm)),
                mean(statistics(samples, Sample::klToNone)),
                mean(statistics(samples, Sample::nll)),
                mean(statistics(samples, s -> s.fluency().distinct2())),
                mean(statistics(samples, s -> s.fluency().repeated4())),
                samples.stream().filter(s -> s.fluency().degenerate()).count(),
                tokens / samples.size(),
                result.seconds() > 0 ? tokens / result.seconds() : Double.NaN);
    }

    private static DoubleSummaryStatistics statistics(List<Sample> samples, Function<Sample, @Nullable Double> number) {
        return samples.stream()
                .map(number)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
    }

    private static double mean(DoubleSummaryStatistics statistics) {
        return statistics.getCount() == 0 ? Double.NaN : statistics.getAverage();
    }
}
