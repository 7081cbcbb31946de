package org.vectorscope.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vectorscope.file.BadInput;

/**
 * The arms of a comparison, in order, as the command line writes them: {@code none,v,-v,orthogonal:3,random:1}.
 *
 * @param arms at least one, none twice
 */
public record ArmList(List<Named> arms) {
    /** Most draws of one kind, most arms in all: more than anyone can look at, less than would fill the memory. */
    private static final int MOST = 64;

    public static final String DEFAULT = "none,v,orthogonal:3,random:1";

    /** @param draw 1 for the first draw of a drawn kind, 0 for a kind that is not drawn */
    public record Named(ArmKind kind, int draw) {
        /** {@code v}, {@code orthogonal.2}. */
        public String name() {
            return draw == 0 ? kind.word() : kind.word() + "." + draw;
        }
    }

    /** @throws BadInput naming the option and the word that is no arm */
    public static ArmList parse(String text) {
        Set<Named> arms = new LinkedHashSet<>();
        for (String part : text.split(",")) {
            arms.addAll(parseOne(part.strip()));
        }
        if (arms.size() > MOST) {
            throw new BadInput("--arms", "asks for " + arms.size() + " arms; " + MOST + " is the most");
        }
        return new ArmList(List.copyOf(arms));
    }

    private static List<Named> parseOne(String part) {
        String word = part.contains(":") ? part.substring(0, part.indexOf(':')) : part;
        ArmKind kind = Arrays.stream(ArmKind.values())
                .filter(k -> k.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput("--arms", "'" + part + "' is not an arm; known are " + words()));
        if (!kind.isDrawn()) {
            if (!word.equals(part)) {
                throw new BadInput("--arms", "'" + word + "' is not drawn, so it takes no number");
            }
            return List.of(new Named(kind, 0));
        }
        int draws = word.equals(part) ? 1 : number(part, part.substring(word.length() + 1));
        List<Named> named = new ArrayList<>();
        for (int draw = 1; draw <= draws; draw++) {
            named.add(new Named(kind, draw));
        }
        return named;
    }

    private static int number(String part, String digits) {
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > MOST) {
            throw new BadInput("--arms", "'" + part + "': the number of draws must be 1 to " + MOST);
        }
        return Integer.parseInt(digits);
    }

    private static String words() {
        return Arrays.stream(ArmKind.values())
                .map(k -> k.isDrawn() ? k.word() + ":K" : k.word())
                .collect(Collectors.joining(", "));
    }

    /** As {@link #parse} reads it, draws one by one merged again. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (ArmKind kind : arms.stream().map(Named::kind).distinct().toList()) {
            long draws = arms.stream().filter(a -> a.kind() == kind).count();
            parts.add(kind.isDrawn() ? kind.word() + ":" + draws : kind.word());
        }
        return String.join(",", parts);
    }

    public boolean needsCovariance() {
        return arms.stream().anyMatch(a -> a.kind() == ArmKind.NULL || a.kind() == ArmKind.RANGE);
    }

    public boolean needsVector() {
        return arms.stream().anyMatch(a -> a.kind() != ArmKind.NONE);
    }
}
