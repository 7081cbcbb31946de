package org.vectorscope.lab;

import java.util.List;
import java.util.Locale;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.Quantity;
import org.vectorscope.figure.Recipe.Fact;
import org.vectorscope.figure.Responses;
import org.vectorscope.figure.Responses.Curves;
import org.vectorscope.geometry.JacobianGeometry;
import org.vectorscope.geometry.JacobianGeometry.Measure;
import org.vectorscope.geometry.OverPrompts;

/** A Jacobian as figures. Thresholds are of σ², as those of a covariance are of its eigenvalues. */
public final class JacobianFigures {
    private final Figures figures;
    private final OpenModel open;

    public JacobianFigures(Figures figures, OpenModel open) {
        this.figures = figures;
        this.open = open;
    }

    public Figure spectrum(JacobianGeometry jacobian, double threshold) {
        OverPrompts fraction = jacobian.nullFraction(Measure.FISHER, Math.sqrt(threshold));
        Curves squares = new Curves(jacobian.relativeSquares(Measure.FISHER), jacobian.relativeSquares(Measure.LOGITS));
        double[] gaussian = jacobian.isotropic().meanEigenvalues(1);
        for (int k = gaussian.length - 1; k >= 0; k--) {
            gaussian[k] /= gaussian[0];
        }
        String caption = String.format(
                Locale.ROOT,
                "Squared singular values of the Jacobian ∂ logits / ∂ resid_post %d at the last token, relative to the"
                        + " largest; mean over %d prompts (%s, d = %d). Solid: weighed by diag(p) − p pᵀ, the curvature of"
                        + " the next token’s distribution; dashed: logits as they are. %s of the directions have σ below"
                        + " %s of the largest. Central differences, ε = %s ‖h‖.",
                jacobian.layer(),
                jacobian.prompts().size(),
                open.name(),
                jacobian.d(),
                percent(fraction),
                Quantity.digits(100 * Math.sqrt(threshold), 2) + " %",
                Quantity.scientific(jacobian.step()));
        String below = "σ < " + Quantity.digits(100 * Math.sqrt(threshold), 2) + " %: " + percent(fraction);
        return of(
                "jacobian-spectrum",
                "Jacobian spectrum",
                jacobian,
                Responses.spectrum(squares, gaussian, threshold, below),
                caption);
    }

    /** @throws IllegalStateException if it was measured without a vector */
    public Figure energy(JacobianGeometry jacobian, double threshold) {
        if (!jacobian.hasVector()) {
            throw new IllegalStateException("measured without a vector");
        }
        double share = Math.sqrt(threshold);
        Curves cumulative = new Curves(jacobian.cumulative(Measure.FISHER), jacobian.cumulative(Measure.LOGITS));
        OverPrompts fraction = jacobian.nullFraction(Measure.FISHER, share);
        String caption = String.format(
                Locale.ROOT,
                "Share of the steering vector’s squared length in the first k right singular vectors of the Jacobian"
                        + " (%s, resid_post %d, last token; mean over %d prompts). %s lies where σ is below %s of the"
                        + " largest; a random direction would have %s there.",
                open.name(),
                jacobian.layer(),
                jacobian.prompts().size(),
                percent(jacobian.nullEnergy(Measure.FISHER, share)),
                Quantity.digits(100 * share, 2) + " %",
                percent(fraction));
        return of(
                "jacobian-energy",
                "Where v lies in it",
                jacobian,
                Responses.energy(cumulative, (1 - fraction.mean()) * jacobian.d()),
                caption);
    }

    private Figure of(String name, String title, JacobianGeometry jacobian, Chart chart, String caption) {
        List<Fact> facts = List.of(
                new Fact("Layer", jacobian.layer() + ", resid_post"),
                new Fact("Prompts", jacobian.prompts().size() + ", up to the read token"),
                new Fact("ε", Quantity.scientific(jacobian.step()) + " ‖h‖"));
        String command = "geometry " + figures.options() + " --layer " + jacobian.layer() + " --jacobian "
                + jacobian.prompts().size() + " --json";
        return new Figure(
                name + "-" + jacobian.layer(),
                title,
                "layer " + jacobian.layer() + " · " + jacobian.prompts().size() + " prompts",
                chart,
                caption,
                figures.recipe(facts, command));
    }

    /** {@code 84 % [82, 87]}. */
    public static String percent(OverPrompts share) {
        return String.format(
                Locale.ROOT, "%.0f %% [%.0f, %.0f]", 100 * share.mean(), 100 * share.low(), 100 * share.high());
    }
}
