package org.vectorscope.checkpoint.template;

/** Python's backslash escapes in a string of a template. */
final class Escapes {
    private Escapes() {}

    static String undo(String written, int line) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length());
        int i = 0;
        while (i < written.length()) {
            char c = written.charAt(i);
            if (c != '\\' || i + 1 == written.length()) {
                text.append(c);
                i++;
            } else {
                i = one(written, i + 1, text, line);
            }
        }
        return text.toString();
    }

    /** @return the index after the escape whose letter stands at {@code i} */
    private static int one(String written, int i, StringBuilder text, int line) {
        char c = written.charAt(i);
        int plain = "\n\\'\"abfnrtv".indexOf(c);
        if (c == '\n') {
            return i + 1;
        }
        if (plain >= 0) {
            text.append("\n\\'\"\u0007\b\f\n\r\t\u000b".charAt(plain));
            return i + 1;
        }
        return switch (c) {
            case 'x' -> number(written, i + 1, 2, text, line);
            case 'u' -> number(written, i + 1, 4, text, line);
            case 'U' -> number(written, i + 1, 8, text, line);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(written, i, text);
            default -> {
                text.append('\\').append(c);
                yield i + 1;
            }
        };
    }

    private static int number(String written, int from, int digits, StringBuilder text, int line) {
        long code = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = i < written.length() ? Character.digit(written.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new TemplateFault(line, "a \\x, \\u or \\U escape is cut short");
            }
            code = code * 16 + digit;
        }
        if (code > Character.MAX_CODE_POINT) {
            throw new TemplateFault(line, "a \\U escape names no character");
        }
        text.appendCodePoint((int) code);
        return from + digits;
    }

    private static int octal(String written, int from, StringBuilder text) {
        int i = from;
        int code = 0;
        while (i < written.length() && i < from + 3 && Character.digit(written.charAt(i), 8) >= 0) {
            code = code * 8 + Character.digit(written.charAt(i), 8);
            i++;
        }
        text.append((char) code);
        return i;
    }
}
