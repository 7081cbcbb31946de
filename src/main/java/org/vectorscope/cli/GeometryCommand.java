package org.vectorscope.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.file.BadInput;
import org.vectorscope.geometry.ActivationGeometry;
import org.vectorscope.geometry.GeometryReport;
import org.vectorscope.geometry.JacobianGeometry;
import org.vectorscope.geometry.JacobianReport;
import org.vectorscope.geometry.NullSpace;
import org.vectorscope.geometry.OverPrompts;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Jacobians.Place;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.vector.VectorFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "geometry",
        mixinStandardHelpOptions = true,
        description =
                "Norms, covariance spectrum and null space of activations at a layer, and where a vector lies in it;"
                        + " with --jacobian, which directions hardly change the next token.")
final class GeometryCommand implements Callable<Integer> {
    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private PairsOptions pairs = new PairsOptions();

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--layer",
            required = true,
            paramLabel = "L",
            description = "residual stream after this block, from 0")
    private int layer;

    @Option(
            names = "--corpus",
            paramLabel = "FILE",
            description = "a text file, one document a line, in place of pairs")
    private @Nullable Path corpus;

    @Option(names = "--vector", paramLabel = "F", description = "a vector file; with --pairs alone, their own vector")
    private @Nullable Path vector;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            defaultValue = "1e-3",
            description = "share of the largest eigenvalue, with --jacobian of the largest σ² as well (default: 1e-3)")
    private double threshold = ActivationGeometry.DEFAULT_THRESHOLD;

    @Option(
            names = "--jacobian",
            arity = "0..1",
            paramLabel = "N",
            fallbackValue = "8",
            description = "the Jacobian's null space as well, at N of the texts (8 where no number is given)")
    private @Nullable Integer prompts;

    private record Report(
            @JsonUnwrapped GeometryReport geometry,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JacobianReport jacobian) {}

    @Override
    public Integer call() throws IOException {
        if (!(threshold > 0 && threshold < 1)) {
            throw new BadInput("--threshold", threshold + " is not between 0 and 1");
        }
        if ((corpus == null) == pairs.pairs().isEmpty()) {
            throw new BadInput("--pairs", "is needed, or --corpus instead");
        }
        Monitor monitor = output.monitor();
        try (Lab lab = Lab.open();
                OpenModel open = model.open(lab, monitor)) {
            Optional<float[]> v = vector(lab, open, monitor);
            ActivationGeometry geometry = corpus != null
                    ? lab.geometries().ofCorpus(open, corpus, layer, monitor).value()
                    : lab.geometries()
                            .ofPairs(open, pairs.spec(0), layer, monitor)
                            .value();
            JacobianReport jacobian = prompts == null
                    ? null
                    : jacobian(lab, open, new Place(layer, prompts, v), monitor).report(Math.sqrt(threshold));
            print(geometry.report(v, threshold), jacobian);
        }
        return 0;
    }

    private JacobianGeometry jacobian(Lab lab, OpenModel open, Place place, Monitor monitor) throws IOException {
        return corpus != null
                ? lab.jacobians().ofCorpus(open, corpus, place, monitor).value()
                : lab.jacobians().ofPairs(open, pairs.spec(0), place, monitor).value();
    }

    private Optional<float[]> vector(Lab lab, OpenModel open, Monitor monitor) throws IOException {
        if (vector != null) {
            ModelConfig config = open.checkpoint().config();
            return Optional.of(VectorFiles.read(vector)
                    .checkedFor(vector.toString(), config.dModel(), config.layers())
                    .at(layer));
        }
        return corpus != null
                ? Optional.empty()
                : Optional.of(lab.directions()
                        .of(open, pairs.spec(0), Optional.of(layer), monitor)
                        .v());
    }

    private void print(GeometryReport report, @Nullable JacobianReport jacobian) {
        if (output.isJson()) {
            output.print(new Report(report, jacobian));
            return;
        }
        NullSpace space = report.nullSpace();
        output.line("layer %d, %s: n = %d, d = %d", report.layer(), report.source(), report.n(), report.d());
        output.line(
                "%d of %d directions below %s × the largest eigenvalue; %d of them are the rank floor; random data: %.1f [%.0f, %.0f]",
                space.dimension(),
                report.d(),
                space.threshold(),
                space.rankFloor(),
                space.randomNull().mean(),
                space.randomNull().low(),
                space.randomNull().high());
        output.line(
                "effective rank %.1f, participation ratio %.1f", report.effectiveRank(), report.participationRatio());
        Optional.ofNullable(report.vectorEnergy())
                .ifPresent(energy -> output.line(
                        "%.2f %% of the vector's energy lies below the threshold; a random direction would have %.2f %%",
                        100 * energy.inNullSpace(), 100 * energy.expectedAtRandom()));
        if (jacobian != null) {
            print("logits", jacobian, jacobian.logits());
            print("next token's distribution", jacobian, jacobian.fisher());
        }
    }

    private void print(String what, JacobianReport report, JacobianReport.Part part) {
        output.line(
                "Jacobian of the %s, %d prompts, effective rank %s:",
                what, report.prompts(), words(part.effectiveRank(), 1));
        for (JacobianReport.NullSpace space : part.nullSpaces()) {
            output.line(
                    "  %s %% of the directions below %.3g × the largest singular value; a Gaussian matrix: %.1f %%%s",
                    words(space.fraction(), 100),
                    space.threshold(),
                    100 * space.isotropicFraction(),
                    space.vectorEnergy() == null
                            ? ""
                            : "; of the vector's energy " + words(space.vectorEnergy(), 100) + " %");
        }
        if (part.vectorGain() != null) {
            output.line(
                    "  the vector does %s × what a random direction of its length does", words(part.vectorGain(), 1));
        }
    }

    private static String words(OverPrompts value, double scale) {
        return String.format(
                Locale.ROOT, "%.1f [%.1f, %.1f]", scale * value.mean(), scale * value.low(), scale * value.high());
    }
}
