package org.vectorscope.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Charts;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.Quantity;
import org.vectorscope.figure.Recipe;
import org.vectorscope.figure.Recipe.Fact;
import org.vectorscope.figure.Spectra;
import org.vectorscope.geometry.ActivationGeometry;
import org.vectorscope.geometry.NullSpace;
import org.vectorscope.geometry.RandomNull;
import org.vectorscope.geometry.Rows;
import org.vectorscope.geometry.Spectrum;
import org.vectorscope.geometry.VectorEnergy;
import org.vectorscope.study.ArmEffects;
import org.vectorscope.study.SideBySideResult;
import org.vectorscope.vector.Extraction;
import org.vectorscope.vector.LayerReport;
import org.vectorscope.vector.Recommendation;

/** Results as figures: chart, caption and recipe, the same on the screen and in files. */
public final class Figures {
    private static final double[] NONE = {};

    private final OpenModel open;
    private final VectorSpec spec;
    private final Optional<String> file;
    private final String pairsHash;

    public Figures(OpenModel open, VectorSpec spec) {
        this(open, spec, Optional.empty());
    }

    /** @param file that the vector is out of; empty where it is made of the pairs */
    public Figures(OpenModel open, VectorSpec spec, Optional<String> file) {
        this.open = open;
        this.spec = spec;
        this.file = file;
        this.pairsHash = spec.set().pairsSha256();
    }

    /** Agreement, AUC, stability and norm ratio of every layer. */
    public Figure layers(Extraction extraction) {
        List<LayerReport> reports = extraction.layers();
        Recommendation recommended =
                extraction.recommendation(open.checkpoint().config().layers());
        LayerReport best = reports.get(recommended.layer());
        Charts.Interval stability = new Charts.Interval(
                column(reports, r -> r.stability().mean()),
                column(reports, r -> r.stability().low()),
                column(reports, r -> r.stability().high()));
        Charts.Layers layers = new Charts.Layers(
                column(reports, LayerReport::meanCosine),
                column(reports, LayerReport::auc),
                stability,
                column(reports, LayerReport::normRatio),
                recommended.layer(),
                String.format(Locale.ROOT, "= %.1f / %.0f", best.norm(), best.residualNorm()));
        String caption = String.format(
                Locale.ROOT,
                "Steering vectors of %s (%s), one per block of %s, from %d pairs. Agreement: mean cosine of each pair"
                        + " difference with the mean of the others; AUC of projections, leave one pair out; stability:"
                        + " cosine with vectors of redrawn pairs, 95 %% band. Nothing is generated.",
                spec.set().name(),
                spec.method().title(),
                open.name(),
                spec.set().pairs().size());
        return new Figure(
                "layers-" + spec.set().name(),
                "Per layer, all from one pass",
                spec.set().pairs().size() + " pairs · " + spec.method().title(),
                Charts.layers(layers),
                caption,
                recipe(List.of(), "vector " + options() + " --json --out v.safetensors"));
    }

    /** Norms of the activations, the vector's beside them. */
    public Figure activationNorms(ActivationGeometry geometry, float[] v) {
        boolean pairs = geometry.source() == ActivationGeometry.Source.PAIRS;
        String caption = String.format(
                Locale.ROOT,
                "L2 norms of %d residual-stream activations (%s, resid_post %d%s), and of the steering vector.",
                geometry.activationNorms().length,
                open.name(),
                geometry.layer(),
                pairs ? ", read tokens of both sides" : ", tokens of a corpus");
        return of(
                "activation-norms",
                "Activation norms",
                geometry,
                Charts.activationNorms(geometry.activationNorms(), Rows.norm(v), pairs ? "Texts" : "Tokens"),
                caption);
    }

    /** @param selected bars that are picked out */
    public Figure pairDifferences(ActivationGeometry geometry, float[] v, TreeSet<Integer> selected) {
        String caption = String.format(
                Locale.ROOT,
                "L2 norms of the differences h⁺ − h⁻ of %d pairs (%s, %s, resid_post %d), and of %s.",
                geometry.pairDifferenceNorms().length,
                spec.set().name(),
                open.name(),
                geometry.layer(),
                file.map(name -> "the vector out of " + name).orElse("their mean, the steering vector"));
        return of(
                "pair-differences",
                "Pair differences",
                geometry,
                Charts.pairDifferences(geometry.pairDifferenceNorms(), Rows.norm(v), selected),
                caption);
    }

    public Figure spectrum(ActivationGeometry geometry, double threshold) {
        NullSpace space = geometry.nullSpace(threshold);
        String caption = String.format(
                Locale.ROOT,
                "Eigenvalues of the covariance of residual-stream activations (%s, resid_post %d; n = %d, d = %d),"
                        + " relative to the largest. %d of %d directions lie below %s; %d of them are the rank floor"
                        + " d − (n − 1). Dashed: Gaussian data of the same n and d (%d seeds): %.0f [%.0f, %.0f].",
                open.name(),
                geometry.layer(),
                geometry.basis().spectrum().n(),
                geometry.basis().spectrum().d(),
                space.dimension(),
                geometry.basis().spectrum().d(),
                Quantity.scientific(threshold),
                space.rankFloor(),
                RandomNull.SEEDS,
                space.randomNull().mean(),
                space.randomNull().low(),
                space.randomNull().high());
        return of("spectrum", "Spectrum", geometry, Spectra.spectrum(numbers(geometry, threshold)), caption);
    }

    public Figure energy(ActivationGeometry geometry, float[] v, double threshold) {
        VectorEnergy energy = VectorEnergy.of(v, geometry.basis(), threshold);
        String caption = String.format(
                Locale.ROOT,
                "Share of the steering vector’s squared length in the first k principal components of the activations"
                        + " (%s, resid_post %d; n = %d, d = %d). %s lies below the threshold %s; a random"
                        + " direction would have %.0f %% (dashed, 95 %% band).",
                open.name(),
                geometry.layer(),
                geometry.basis().spectrum().n(),
                geometry.basis().spectrum().d(),
                percent(energy.inNullSpace()),
                Quantity.scientific(threshold),
                100 * energy.expectedAtRandom());
        return of(
                "vector-energy",
                "Where v lies in it",
                geometry,
                Spectra.energy(energy.cumulative(), numbers(geometry, threshold)),
                caption);
    }

    /** Shares under a thousandth are rounding as much as finding. */
    private static String percent(double share) {
        return share > 0 && share < 0.0005 ? "Under 0.1 %" : Quantity.digits(100 * share, 2) + " %";
    }

    private static Spectra.Spectrum numbers(ActivationGeometry geometry, double threshold) {
        Spectrum spectrum = geometry.basis().spectrum();
        double[] random = relative(geometry.random().meanEigenvalues(1));
        return new Spectra.Spectrum(
                spectrum.eigenvalues(), new Charts.Interval(random, NONE, NONE), threshold, spectrum.n(), spectrum.d());
    }

    private static double[] relative(double[] eigenvalues) {
        double[] relative = eigenvalues.clone();
        for (int i = 0; i < relative.length; i++) {
            relative[i] /= eigenvalues[0];
        }
        return relative;
    }

    private Figure of(String name, String title, ActivationGeometry geometry, Chart chart, String caption) {
        Spectrum spectrum = geometry.basis().spectrum();
        List<Fact> facts = List.of(
                new Fact("Source", geometry.source().word() + ", n = " + spectrum.n() + ", d = " + spectrum.d()),
                new Fact("Layer", geometry.layer() + ", resid_post"));
        String command = "geometry " + options() + " --layer " + geometry.layer() + " --json";
        return new Figure(
                name + "-" + geometry.layer(),
                title,
                "layer " + geometry.layer() + " · n = " + spectrum.n(),
                chart,
                caption,
                recipe(facts, command));
    }

    /** Effect of each arm on the trait score, with the noise floor of its n. */
    public Figure effects(SideBySideResult texts, List<ArmEffects.ArmEffect> effects) {
        return new TextFigures(this, open, spec).effects(texts, effects);
    }

    /** The texts of one prompt side by side, first samples. */
    public Figure columns(SideBySideResult texts, int prompt) {
        return new TextFigures(this, open, spec).columns(texts, prompt);
    }

    /** What decided the vector, then {@code more}. */
    public Recipe recipe(List<Fact> more, String command) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(
                        "Model",
                        open.name() + ", " + open.checkpoint().fingerprint().substring(0, 12)),
                new Fact("dtype", open.dtype()),
                new Fact(
                        "Pairs",
                        spec.set().name() + ", n = " + spec.set().pairs().size()),
                new Fact("sha256", pairsHash.substring(0, 12)),
                new Fact(
                        file.isPresent() ? "Vector" : "Method",
                        file.map(name -> "imported, " + name)
                                .orElse(spec.method().title())),
                new Fact("Read token", String.valueOf(spec.read()))));
        spec.system().ifPresent(text -> facts.add(new Fact("System", text)));
        facts.addAll(more);
        return new Recipe(facts, "vectorscope " + command);
    }

    /** The options that all commands share. */
    String options() {
        String system = spec.system()
                .map(text -> " --system \"" + text.replace("\"", "\\\"") + "\"")
                .orElse("");
        return "--model " + open.reference() + open.dtypeOption() + " --pairs "
                + spec.set().name()
                + file.map(name -> " --vector \"" + name + "\"")
                        .orElse(" --method " + spec.method().word())
                + " --read-token " + spec.read() + system;
    }

    private static double[] column(List<LayerReport> reports, ToDoubleFunction<LayerReport> value) {
        return reports.stream().mapToDouble(value).toArray();
    }
}
