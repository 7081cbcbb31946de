package org.vectorscope.checkpoint.token;

import com.fasterxml.jackson.databind.JsonNode;
import org.vectorscope.file.BadInput;

/** The patterns of a tokenizer: plain text, or regular expressions that cannot run away. */
final class Patterns {
    /** The library gives up, and the program with it, after ten million steps back in one match. */
    private static final int MOST_STEPS = 8_000_000;

    private static final int LONGEST = 4_000;
    private static final int MOST_INSTRUCTIONS = 20_000;

    private final String source;
    private long stepsForEachChar = 2;

    Patterns(String source) {
        this.source = source;
    }

    /**
     * @param replaced whether what is found is replaced: the library fails where nothing is
     * @return the fewest characters that what it finds may have, at least 1
     */
    int check(JsonNode pattern, boolean replaced) {
        JsonNode plain = pattern.path("String");
        JsonNode regex = pattern.path("Regex");
        if (pattern.size() != 1 || !(plain.isTextual() || regex.isTextual())) {
            throw new BadInput(source, "has a pattern that is neither text nor a regular expression");
        }
        String text = plain.isTextual() ? plain.textValue() : regex.textValue();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new BadInput(source, "has a pattern of " + text.length() + " characters, not 1 to " + LONGEST);
        }
        if (plain.isTextual()) {
            return text.codePointCount(0, text.length());
        }
        checkRegex(text, replaced);
        return 1;
    }

    private void checkRegex(String text, boolean replaced) {
        RegexPart regex = new RegexReader(source, text).read();
        RegexCost cost = regex.cost(false);
        if (!cost.bearable() || regex.size() > MOST_INSTRUCTIONS) {
            throw new BadInput(source, "the pattern '" + text + "' could take forever");
        }
        if (replaced && regex.canBeEmpty()) {
            throw new BadInput(source, "replaces nothing by something: '" + text + "'");
        }
        stepsForEachChar += cost.stepsForEachChar();
    }

    /** In chars. */
    int longestText() {
        return (int) (MOST_STEPS / stepsForEachChar);
    }
}
