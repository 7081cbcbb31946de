package org.vectorscope.ui.model;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vectorscope.engine.Precision;
import org.vectorscope.study.PrecisionCost;
import org.vectorscope.ui.common.Formats;

/** What the Model screen says of a precision. */
final class PrecisionWords {
    private static final double SMALLEST_TOLD = 1e-3;

    /** When to leave it to the machine. */
    static final String AUTOMATIC =
            "float32, the reference; 16-bit weights where this processor is clearly quicker with them or there is no room for"
                    + " more; 4-bit weights for what does not fit otherwise.";

    private PrecisionWords() {}

    /** What that comes to here. */
    static String automatic(Precision suited) {
        return "here " + suited.title();
    }

    /** What it goes by. @param halfSpeed of 16-bit weights, in that of float32; empty until it was tried */
    static String tried(OptionalDouble halfSpeed) {
        return halfSpeed.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Tried here: with eight arms this processor is %.1f × as fast with 16-bit"
                                + " weights as with float32.",
                        halfSpeed.getAsDouble());
    }

    /** When to take it. */
    static String use(Precision precision) {
        return switch (precision) {
            case F32 -> "The reference; takes the most memory.";
            case F16W -> "Half the memory, and results that hardly differ: weights in 16 bits, sums in 32.";
            case BF16 -> "As a model is usually served: results differ visibly in the third figure.";
            case F16 -> "On a GPU only.";
            case W4 -> "For models that do not fit otherwise. Of files that hold 4 bits already, little is lost.";
        };
    }

    static String kl(Precision precision, Optional<PrecisionCost> cost) {
        if (precision == Precision.F32) {
            return "reference";
        }
        return cost.map(PrecisionWords::kl).orElse("not measured");
    }

    static String agreement(Precision precision, Optional<PrecisionCost> cost) {
        if (precision == Precision.F32) {
            return "";
        }
        return cost.map(c -> percent(c.agreement()) + " [" + percent(c.agreementLow()) + ", "
                        + percent(c.agreementHigh()) + "]")
                .orElse("not measured");
    }

    static String about(Collection<PrecisionCost> costs) {
        String n = costs.stream()
                .findFirst()
                .map(c -> Formats.count(c.tokens(), "token", "tokens"))
                .orElse("about 150 tokens");
        return "Mean KL of the next token's distribution, and how often the likeliest next token is float32's, over "
                + n + " of one fixed English text. 95 % intervals over its tokens: bootstrapped, and Wilson's.";
    }

    private static String percent(double share) {
        return Formats.one(100 * share);
    }

    /** One power of ten for the three: {@code 1.8 [1.6, 2.0]·10⁻⁶}. */
    private static String kl(PrecisionCost cost) {
        if (cost.kl() == 0 || cost.kl() >= SMALLEST_TOLD) {
            return String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", cost.kl(), cost.klLow(), cost.klHigh());
        }
        int exponent = (int) Math.floor(Math.log10(cost.kl()));
        double unit = Math.pow(10, exponent);
        return String.format(
                        Locale.ROOT,
                        "%.1f [%.1f, %.1f]·10",
                        cost.kl() / unit,
                        cost.klLow() / unit,
                        cost.klHigh() / unit)
                + superscript(exponent);
    }

    private static String superscript(int exponent) {
        String digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        StringBuilder raised = new StringBuilder("⁻");
        String.valueOf(-exponent).chars().forEach(c -> raised.append(digits.charAt(c - '0')));
        return raised.toString();
    }
}
