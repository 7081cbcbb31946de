package org.vectorscope.checkpoint.template;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Python's {@code strftime} in English. */
final class Strftime {
    private Strftime() {}

    static String format(String pattern, ZonedDateTime now) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%' || i + 1 == pattern.length()) {
                out.append(c);
                continue;
            }
            i++;
            boolean unpadded = pattern.charAt(i) == '-' && i + 1 < pattern.length();
            if (unpadded) {
                i++;
            }
            String field = field(pattern.charAt(i), now);
            out.append(unpadded && field.startsWith("0") && field.length() > 1 ? field.substring(1) : field);
        }
        return out.toString();
    }

    private static String field(char directive, ZonedDateTime now) {
        String java =
                switch (directive) {
                    case 'a' -> "EEE";
                    case 'A' -> "EEEE";
                    case 'b', 'h' -> "MMM";
                    case 'B' -> "MMMM";
                    case 'd' -> "dd";
                    case 'D' -> "MM/dd/yy";
                    case 'e' -> "ppd";
                    case 'F' -> "yyyy-MM-dd";
                    case 'H' -> "HH";
                    case 'I' -> "hh";
                    case 'j' -> "DDD";
                    case 'm' -> "MM";
                    case 'M' -> "mm";
                    case 'p' -> "a";
                    case 'R' -> "HH:mm";
                    case 'S' -> "ss";
                    case 'T' -> "HH:mm:ss";
                    case 'u' -> "e";
                    case 'y' -> "yy";
                    case 'Y' -> "yyyy";
                    case '%' -> "'%'";
                    default -> throw new TemplateFault("strftime_now does not know '%" + directive + "'");
                };
        // ROOT and GERMANY count weekdays from Monday; US English names are the C locale's.
        Locale names = directive == 'u' ? Locale.GERMANY : Locale.US;
        return DateTimeFormatter.ofPattern(java, names).format(now);
    }
}
