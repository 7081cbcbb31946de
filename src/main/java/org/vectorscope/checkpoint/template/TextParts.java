package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Text;

/** Cutting text apart and putting it together as Python does. */
final class TextParts {
    private final Budget budget;

    TextParts(Budget budget) {
        this.budget = budget;
    }

    Value replace(String text, Arguments arguments) {
        String old = arguments.text(0, "old");
        String with = arguments.text(1, "new");
        long most = arguments.whole(2, "count", -1);
        long places = Math.min(most < 0 ? Long.MAX_VALUE : most, count(text, old));
        long length = text.length() + places * ((long) with.length() - old.length());
        if (length > Budget.LONGEST_OUTPUT) {
            throw new TemplateFault("'replace' would make a text that is too long");
        }
        budget.make(length);
        StringBuilder out = new StringBuilder((int) length);
        int from = 0;
        for (long done = 0; done < places; done++) {
            int at = old.isEmpty() ? nextGap(text, from, done) : text.indexOf(old, from);
            out.append(text, from, at).append(with);
            from = at + old.length();
        }
        return new Text(out.append(text, from, text.length()).toString());
    }

    private static int nextGap(String text, int from, long done) {
        return done == 0 ? 0 : text.offsetByCodePoints(from, 1);
    }

    /** How often {@code part} occurs without overlap; the empty text stands before, between and after all characters. */
    long count(String text, String part) {
        if (part.isEmpty()) {
            return text.codePointCount(0, text.length()) + 1L;
        }
        long count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    Sequence split(String text, Arguments arguments) {
        Optional<String> separator = arguments.optionalText(0, "sep");
        long most = most(arguments);
        return sequence(separator.isPresent() ? at(text, separator.get(), most) : atSpaces(text, most));
    }

    Sequence splitFromRight(String text, Arguments arguments) {
        Optional<String> separator = arguments.optionalText(0, "sep");
        long most = most(arguments);
        String reversed = new StringBuilder(text).reverse().toString();
        List<String> parts = separator.isPresent()
                ? at(reversed, new StringBuilder(separator.get()).reverse().toString(), most)
                : atSpaces(reversed, most);
        List<String> turned = new ArrayList<>(parts.size());
        parts.forEach(part -> turned.add(new StringBuilder(part).reverse().toString()));
        Collections.reverse(turned);
        return sequence(turned);
    }

    private static long most(Arguments arguments) {
        long given = arguments.whole(1, "maxsplit", -1);
        return given < 0 ? Long.MAX_VALUE : given;
    }

    private static List<String> at(String text, String separator, long most) {
        if (separator.isEmpty()) {
            throw new TemplateFault("'split' has an empty separator");
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int next = text.indexOf(separator);
                next >= 0 && parts.size() < most;
                next = text.indexOf(separator, from)) {
            parts.add(text.substring(from, next));
            from = next + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<String> atSpaces(String text, long most) {
        List<String> parts = new ArrayList<>();
        String rest = PythonText.stripLeft(text);
        int from = 0;
        int i = 0;
        while (i < rest.length() && parts.size() < most) {
            if (PythonText.isSpace(rest.charAt(i))) {
                parts.add(rest.substring(from, i));
                while (i < rest.length() && PythonText.isSpace(rest.charAt(i))) {
                    i++;
                }
                from = i;
            } else {
                i++;
            }
        }
        String last = PythonText.stripRight(rest.substring(from));
        if (!last.isEmpty()) {
            parts.add(parts.size() < most ? last : rest.substring(from));
        }
        return parts;
    }

    Sequence lines(String text, boolean keepEnds) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text.charAt(i))) {
                int next = text.startsWith("\r\n", i) ? i + 2 : i + 1;
                lines.add(text.substring(from, keepEnds ? next : i));
                from = next;
                i = next - 1;
            }
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return sequence(lines);
    }

    private static boolean endsLine(char c) {
        return (c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    Value join(String separator, Value items) {
        StringBuilder out = new StringBuilder();
        String before = "";
        for (Value item : Iteration.items(items, budget)) {
            if (!(item instanceof Text text)) {
                throw new TemplateFault("'join' takes text, not " + Kinds.of(item));
            }
            budget.make((long) before.length() + text.value().length());
            out.append(before).append(text.value());
            before = separator;
        }
        return new Text(out.toString());
    }

    private Sequence sequence(List<String> parts) {
        parts.forEach(part -> budget.make(part.length()));
        return budget.sequence(TextMethods.texts(parts));
    }
}
