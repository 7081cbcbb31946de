package org.vectorscope.ui.geometry;

import java.util.Locale;
import org.vectorscope.figure.Quantity;
import org.vectorscope.geometry.ActivationGeometry;
import org.vectorscope.geometry.JacobianGeometry;
import org.vectorscope.geometry.JacobianGeometry.Measure;
import org.vectorscope.geometry.NullSpace;
import org.vectorscope.geometry.OverPrompts;
import org.vectorscope.geometry.Spectrum;
import org.vectorscope.geometry.VectorEnergy;
import org.vectorscope.lab.JacobianFigures;
import org.vectorscope.ui.common.Formats;

/**
 * The numbers of a geometry in sentences: each a finding in short, and what keeps it from being taken for more.
 *
 * @param finding the finding
 * @param rest what belongs to it
 */
record GeometryWords(String finding, String rest) {
    /** How much of the null space is a finding. */
    static GeometryWords nullSpace(ActivationGeometry geometry, double threshold) {
        NullSpace space = geometry.nullSpace(threshold);
        Spectrum spectrum = geometry.basis().spectrum();
        String below = String.format(
                Locale.ROOT,
                "%,d of %,d directions (%s) lie below %s × the largest eigenvalue",
                space.dimension(),
                spectrum.d(),
                Formats.percent(space.fraction()),
                Quantity.scientific(threshold));
        String random = String.format(
                Locale.ROOT,
                "Random data with the same n and d gives %,.0f [%,.0f, %,.0f] (20 seeds).",
                space.randomNull().mean(),
                space.randomNull().low(),
                space.randomNull().high());
        if (space.rankFloor() == 0) {
            return new GeometryWords(below + ". ", random);
        }
        int beyond = space.dimension() - space.rankFloor();
        return new GeometryWords(
                beyond == 0
                        ? below + ", and all of them are the rank floor: "
                        : String.format(
                                Locale.ROOT, "%s, but %,d of them are the rank floor: ", below, space.rankFloor()),
                String.format(
                        Locale.ROOT,
                        "%,d %s span at most %,d directions. %s So %s about the model.",
                        spectrum.n(),
                        geometry.source() == ActivationGeometry.Source.PAIRS ? "texts" : "tokens",
                        spectrum.n() - 1,
                        random,
                        saying(beyond)));
    }

    private static String saying(int directions) {
        return switch (directions) {
            case 0 -> "this count says nothing";
            case 1 -> "1 direction says something";
            default -> String.format(Locale.ROOT, "%,d directions say something", directions);
        };
    }

    /** Where the vector's energy lies. */
    static GeometryWords energy(ActivationGeometry geometry, float[] v, double threshold) {
        VectorEnergy energy = VectorEnergy.of(v, geometry.basis(), threshold);
        Spectrum spectrum = geometry.basis().spectrum();
        String finding = share(energy.inNullSpace()) + " of v’s energy lies below the threshold";
        boolean own = geometry.source() == ActivationGeometry.Source.PAIRS && spectrum.rankFloor() > 0;
        String rest = String.format(
                Locale.ROOT,
                "; a random direction would have %s.%s Effective rank %.1f, participation ratio %.1f.",
                share(energy.expectedAtRandom()),
                own
                        ? " v is made of these same texts, so none of it can lie in the floor: test with a corpus (n ≥ "
                                + (spectrum.d() + 1) + ")."
                        : "",
                spectrum.effectiveRank(),
                spectrum.participationRatio());
        return new GeometryWords(finding, rest);
    }

    /** Which directions have no effect, and whether the vector is among them. */
    static GeometryWords jacobian(JacobianGeometry jacobian, double threshold) {
        double share = Math.sqrt(threshold);
        OverPrompts gain = jacobian.gain(Measure.FISHER);
        String finding = String.format(
                Locale.ROOT,
                "%s of the directions hardly change the next token (σ below %s %% of the largest)",
                JacobianFigures.percent(jacobian.nullFraction(Measure.FISHER, share)),
                Quantity.digits(100 * share, 2));
        String rest = String.format(
                Locale.ROOT,
                "; of v’s energy %s lies there. v changes the next token’s distribution %.1f × [%.1f, %.1f] as much as a"
                        + " random direction of its length. Means over %d %s, 95 %% intervals; a Gaussian matrix of this"
                        + " shape: %.0f %%.",
                JacobianFigures.percent(jacobian.nullEnergy(Measure.FISHER, share)),
                gain.mean(),
                gain.low(),
                gain.high(),
                jacobian.prompts().size(),
                jacobian.prompts().size() == 1 ? "text" : "texts",
                100 * jacobian.isotropic().dimension(threshold).mean() / jacobian.d());
        return new GeometryWords(finding, rest);
    }

    private static String share(double share) {
        if (share > 0 && share < 0.0005) {
            return "Under 0.1 %";
        }
        return share >= 0.0995 ? Formats.percent(share) : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
