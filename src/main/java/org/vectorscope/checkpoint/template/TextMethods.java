package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.template.Value.Body;
import org.vectorscope.checkpoint.template.Value.Function;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.checkpoint.template.Value.Whole;

/** Python's methods of text. */
final class TextMethods {
    private final Budget budget;
    private final TextParts parts;

    TextMethods(Budget budget) {
        this.budget = budget;
        this.parts = new TextParts(budget);
    }

    Optional<Value> find(String text, String name) {
        Body changed = changing(text, name);
        Body body = changed != null ? changed : asking(text, name);
        return Optional.ofNullable(body)
                .map(found -> new Function(name, arguments -> {
                    budget.make(text.length());
                    return found.call(arguments);
                }));
    }

    private @Nullable Body changing(String text, String name) {
        return switch (name) {
            case "upper" -> arguments -> budget.text(text.toUpperCase(Locale.ROOT));
            case "lower" -> arguments -> budget.text(text.toLowerCase(Locale.ROOT));
            case "capitalize" -> arguments -> budget.text(capitalized(text));
            case "title" -> arguments -> budget.text(titled(text));
            case "strip" -> arguments -> strip(text, arguments, true, true);
            case "lstrip" -> arguments -> strip(text, arguments, true, false);
            case "rstrip" -> arguments -> strip(text, arguments, false, true);
            case "removeprefix" -> arguments -> withoutPrefix(text, arguments.text(0, "prefix"));
            case "removesuffix" -> arguments -> withoutSuffix(text, arguments.text(0, "suffix"));
            case "replace" -> arguments -> parts.replace(text, arguments);
            case "split" -> arguments -> parts.split(text, arguments);
            case "rsplit" -> arguments -> parts.splitFromRight(text, arguments);
            case "splitlines" -> arguments -> parts.lines(text, arguments.truth(0, "keepends"));
            case "join" -> arguments -> parts.join(text, arguments.get(0, "iterable"));
            default -> null;
        };
    }

    private @Nullable Body asking(String text, String name) {
        return switch (name) {
            case "startswith" -> arguments -> Value.of(any(arguments, text::startsWith));
            case "endswith" -> arguments -> Value.of(any(arguments, text::endsWith));
            case "find" -> arguments -> position(text, text.indexOf(arguments.text(0, "sub")));
            case "rfind" -> arguments -> position(text, text.lastIndexOf(arguments.text(0, "sub")));
            case "index" -> arguments -> index(text, arguments.text(0, "sub"));
            case "count" -> arguments -> new Whole(parts.count(text, arguments.text(0, "sub")));
            case "isdigit" -> arguments -> Value.of(all(text, Character::isDigit));
            case "isalpha" -> arguments -> Value.of(all(text, Character::isLetter));
            case "isalnum" -> arguments -> Value.of(all(text, Character::isLetterOrDigit));
            case "isspace" -> arguments -> Value.of(all(text, PythonText::isSpace));
            case "isupper" -> arguments -> Value.of(cased(text) && text.equals(text.toUpperCase(Locale.ROOT)));
            case "islower" -> arguments -> Value.of(cased(text) && text.equals(text.toLowerCase(Locale.ROOT)));
            default -> null;
        };
    }

    private static boolean cased(String text) {
        return text.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }

    private static boolean all(String text, IntPredicate test) {
        return !text.isEmpty() && text.codePoints().allMatch(test);
    }

    private static boolean any(Arguments arguments, Predicate<String> test) {
        Value given = arguments.get(0, "prefix");
        List<Value> candidates = given instanceof Sequence several ? several.items() : List.of(given);
        return candidates.stream().anyMatch(value -> {
            if (value instanceof Text candidate) {
                return test.test(candidate.value());
            }
            throw new TemplateFault("startswith and endswith take text, not " + Kinds.of(value));
        });
    }

    private static Value position(String text, int at) {
        return new Whole(at < 0 ? -1 : text.codePointCount(0, at));
    }

    private static Value index(String text, String part) {
        int at = text.indexOf(part);
        if (at < 0) {
            throw new TemplateFault("the text does not hold what 'index' looks for");
        }
        return position(text, at);
    }

    static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT)
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    static String titled(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean inside = false;
        for (int c : text.codePoints().toArray()) {
            out.appendCodePoint(inside ? Character.toLowerCase(c) : Character.toTitleCase(c));
            inside = Character.isLetter(c);
        }
        return out.toString();
    }

    /** Without white space at its ends, or without the characters given. */
    Value strip(String text, Arguments arguments, boolean left, boolean right) {
        Optional<String> given = arguments.optionalText(0, "chars");
        IntPredicate gone = given.isPresent() ? c -> given.get().indexOf(c) >= 0 : PythonText::isSpace;
        int from = 0;
        int to = text.length();
        while (left && from < to && gone.test(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (right && to > from && gone.test(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return budget.text(text.substring(from, to));
    }

    private Value withoutPrefix(String text, String prefix) {
        return budget.text(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
    }

    private Value withoutSuffix(String text, String suffix) {
        return budget.text(text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
    }

    static List<Value> texts(List<String> values) {
        List<Value> texts = new ArrayList<>(values.size());
        values.forEach(value -> texts.add(new Text(value)));
        return texts;
    }
}
