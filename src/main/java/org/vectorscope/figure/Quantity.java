package org.vectorscope.figure;

import java.util.Locale;

/** Numbers as a reader writes them. */
public final class Quantity {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Quantity() {}

    /** {@code 10⁻³}; {@code 1} for the zeroth power. */
    public static String power(int exponent) {
        if (exponent == 0) {
            return "1";
        }
        StringBuilder text = new StringBuilder("10");
        for (char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0'));
        }
        return text.toString();
    }

    /** {@code 10⁻³} or {@code 2.5×10⁻⁴}. */
    public static String scientific(double value) {
        int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
        double factor = value / Math.pow(10, exponent);
        String rounded = digits(factor, 2);
        return rounded.equals("1") ? power(exponent) : rounded + "×" + power(exponent);
    }

    /** At most this many significant digits, no exponent, a true minus sign: {@code 33.3}, {@code 180}, {@code −0.04}. */
    public static String digits(double value, int significant) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : "–";
        }
        int before = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        int after = Math.max(0, significant - before);
        String text = String.format(Locale.ROOT, "%." + after + "f", value);
        if (after > 0) {
            text = text.replaceFirst("0+$", "").replaceFirst("\\.$", "");
        }
        return text.replace('-', '−');
    }

    /** Two decimals with a true minus sign. */
    public static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
    }

    /** So many decimals, a true minus sign, no sign before a zero. */
    public static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text.replace('-', '−');
    }

    /** Decimals that tell values apart which differ by no more than {@code span}: two, more for a small span. */
    public static int decimals(double span) {
        return span >= 0.1 || span <= 0 ? 2 : span >= 0.01 ? 3 : 4;
    }

    /** The smallest of 1, 2, 2.5, 5 × 10^k that is at least {@code rough}. */
    public static double niceStep(double rough) {
        double unit = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * unit >= rough * (1 - 1e-9)) {
                return factor * unit;
            }
        }
        return 10 * unit;
    }
}
