package org.vectorscope.checkpoint.token;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.token.RegexPart.Choice;
import org.vectorscope.checkpoint.token.RegexPart.Letter;
import org.vectorscope.checkpoint.token.RegexPart.Place;
import org.vectorscope.checkpoint.token.RegexPart.Repeat;
import org.vectorscope.file.BadInput;

/** Reads Oniguruma's regular expressions, as far as tokenizers use them; the rest is refused. */
final class RegexReader {
    private static final int DEEPEST = 24;
    private static final int MOST_REPEATS = 1_000;
    private static final String LETTERS = "dDwWsShHnrtfvae";
    private static final String PLACES = "bBAzZG";

    private final String source;
    private final String text;
    private int at;
    private int depth;

    RegexReader(String source, String text) {
        this.source = source;
        this.text = text;
    }

    Choice read() {
        if (text.startsWith("(?i)")) {
            at = 4;
        }
        Choice whole = choice();
        if (at < text.length()) {
            throw fault("has a ')' too many");
        }
        return whole;
    }

    private Choice choice() {
        if (++depth > DEEPEST) {
            throw fault("is nested more than " + DEEPEST + " deep");
        }
        List<List<RegexPart>> sequences = new ArrayList<>();
        sequences.add(sequence());
        while (take("|")) {
            sequences.add(sequence());
        }
        depth--;
        return new Choice(sequences);
    }

    private List<RegexPart> sequence() {
        List<RegexPart> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            parts.add(repeats(one()));
        }
        return parts;
    }

    private RegexPart one() {
        int point = text.codePointAt(at);
        at += Character.charCount(point);
        return switch (point) {
            case '(' -> group();
            case '[' -> {
                set();
                yield new Letter();
            }
            case '\\' -> escape() ? new Letter() : nowhere();
            case '^', '$' -> nowhere();
            case '*', '+', '?' -> throw fault("repeats nothing");
            default -> new Letter();
        };
    }

    private static Place nowhere() {
        return new Place(new Choice(List.of(List.of())));
    }

    private RegexPart group() {
        boolean place = false;
        if (take("?")) {
            if (take("=") || take("!") || take("<=") || take("<!")) {
                place = true;
            } else if (!take(":") && !take(">") && !options()) {
                throw fault("has a group of a kind that is not supported");
            }
        } else if (at < text.length() && text.charAt(at) == '*') {
            throw fault("calls something");
        }
        Choice body = choice();
        if (!take(")")) {
            throw fault("has a '(' too many");
        }
        return place ? new Place(body) : body;
    }

    private boolean options() {
        int colon = at;
        while (colon < text.length() && "im-".indexOf(text.charAt(colon)) >= 0) {
            colon++;
        }
        boolean good = colon > at && colon < text.length() && text.charAt(colon) == ':';
        at = good ? colon + 1 : at;
        return good;
    }

    /** Up to its end; sets in sets, and what two have in common ({@code &&}), are still one letter. */
    private void set() {
        if (++depth > DEEPEST) {
            throw fault("is nested more than " + DEEPEST + " deep");
        }
        take("^");
        boolean first = true;
        while (first || !take("]")) {
            if (at >= text.length()) {
                throw fault("has a '[' too many");
            }
            char letter = text.charAt(at++);
            if (letter == '[') {
                set();
            } else if (letter == '\\' && !escape() && text.charAt(at - 1) != 'b') {
                throw fault("has a place in a set");
            }
            first = false;
        }
        depth--;
    }

    /** @return whether it stands for a letter, not for a place */
    private boolean escape() {
        if (at >= text.length()) {
            throw fault("ends in a backslash");
        }
        char letter = text.charAt(at++);
        if (letter == 'p' || letter == 'P' || letter == 'x' || letter == 'u' || letter == '0') {
            braces();
            return true;
        }
        boolean plain = !(letter < 128 && Character.isLetterOrDigit(letter));
        if (!plain && LETTERS.indexOf(letter) < 0 && PLACES.indexOf(letter) < 0) {
            throw fault("uses '\\" + letter + "', which is not supported");
        }
        return PLACES.indexOf(letter) < 0;
    }

    /** What is named in braces; digits without braces pass for letters of their own. */
    private void braces() {
        if (take("{")) {
            int end = text.indexOf('}', at);
            if (end < 0 || end - at > 60) {
                throw fault("has a '{' too many");
            }
            at = end + 1;
        }
    }

    private RegexPart repeats(RegexPart first) {
        RegexPart part = first;
        while (true) {
            if (take("*")) {
                part = new Repeat(part, 0, -1);
            } else if (take("+")) {
                part = new Repeat(part, 1, -1);
            } else if (take("?")) {
                part = new Repeat(part, 0, 1);
            } else {
                @Nullable Repeat counted = counted(part);
                if (counted == null) {
                    return part;
                }
                part = counted;
                continue;
            }
            // in a hurry, or for good: no more ways than without
            if (!take("?")) {
                take("+");
            }
        }
    }

    private @Nullable Repeat counted(RegexPart body) {
        int end = at < text.length() && text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
        if (end < 0 || !text.substring(at, end + 1).matches("\\{(?:[0-9]{1,6}(?:,[0-9]{0,6})?|,[0-9]{1,6})}")) {
            return null;
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        int comma = inside.indexOf(',');
        int min = number(comma < 0 ? inside : inside.substring(0, comma), 0);
        int max = comma < 0 ? min : number(inside.substring(comma + 1), -1);
        if (min > MOST_REPEATS || max > MOST_REPEATS || max >= 0 && max < min) {
            throw fault("repeats from " + min + " to " + max + " times; " + MOST_REPEATS + " is the most");
        }
        return new Repeat(body, min, max);
    }

    private static int number(String digits, int otherwise) {
        return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    private boolean take(String next) {
        boolean there = text.startsWith(next, at);
        at += there ? next.length() : 0;
        return there;
    }

    private BadInput fault(String fault) {
        return new BadInput(source, "the pattern '" + text + "' " + fault);
    }
}
