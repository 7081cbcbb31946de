package org.vectorscope.contrast;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/** CAA's list and Model-Written Evaluations' lines: a question and the two answers to it. */
final class QuestionAnswer {
    private static final String QUESTION = "question";
    private static final String MATCHING = "answer_matching_behavior";
    private static final String NOT_MATCHING = "answer_not_matching_behavior";
    private static final String CHOICES = "\n\nChoices:\n (A) Yes\n (B) No";

    /** One element of a list; the list goes on after it. */
    private static final ObjectReader ELEMENT =
            Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private QuestionAnswer() {}

    static boolean isRow(JsonNode node) {
        return node.has(QUESTION) || (node.path("positive").isTextual() && node.has("negative"));
    }

    static ContrastSet readList(String source, String text) {
        PairList pairs = new PairList(source);
        try (JsonParser parser = Json.mapper().createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                String place = "line " + parser.currentTokenLocation().getLineNr();
                pairs.add(place, pair(source, place, ELEMENT.readTree(parser)));
            }
            if (parser.nextToken() != null) {
                throw new BadInput(
                        source,
                        "line " + parser.currentTokenLocation().getLineNr() + ": more text after the list's end");
            }
        } catch (JsonProcessingException e) {
            throw notJson(source, e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ContrastFiles.bare(source, pairs.kind(), pairs.done());
    }

    static ContrastSet readLines(String source, String text) {
        PairList pairs = new PairList(source);
        Iterator<String> lines = text.lines().iterator();
        for (int number = 1; lines.hasNext(); number++) {
            String line = lines.next();
            if (!line.isBlank()) {
                pairs.add("line " + number, pair(source, "line " + number, node(source, number, line)));
            }
        }
        return ContrastFiles.bare(source, pairs.kind(), pairs.done());
    }

    static String writeLines(ContrastSet set) {
        StringBuilder lines = new StringBuilder();
        for (Pair pair : set.pairs()) {
            ObjectNode row = Json.mapper().createObjectNode();
            row.put(QUESTION, pair.prompt());
            row.put(MATCHING, pair.positive());
            row.put(NOT_MATCHING, pair.negative());
            lines.append(row).append('\n');
        }
        return lines.toString();
    }

    private static JsonNode node(String source, int number, String line) {
        try {
            return Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw notJson(source, number, e);
        }
    }

    private static Pair pair(String source, String place, JsonNode row) {
        if (!row.isObject()) {
            throw new BadInput(source, place + ": not an object with \"" + QUESTION + "\" and two answers");
        }
        if (!row.has(QUESTION)) {
            String prompt = row.has("prompt") ? text(source, place, row, "prompt") : "";
            return new Pair(prompt, text(source, place, row, "positive"), text(source, place, row, "negative"));
        }
        String question = text(source, place, row, QUESTION);
        String matching = text(source, place, row, MATCHING).strip();
        String other = text(source, place, row, NOT_MATCHING).strip();
        return isYesOrNo(matching) && isYesOrNo(other)
                ? new Pair(question + CHOICES, letter(matching), letter(other))
                : new Pair(question, matching, other);
    }

    private static boolean isYesOrNo(String answer) {
        return answer.equalsIgnoreCase("yes") || answer.equalsIgnoreCase("no");
    }

    private static String letter(String answer) {
        return answer.equalsIgnoreCase("yes") ? "(A)" : "(B)";
    }

    private static String text(String source, String place, JsonNode row, String key) {
        JsonNode value = row.path(key);
        if (!value.isTextual()) {
            throw new BadInput(
                    source, place + ": \"" + key + "\" is " + (value.isMissingNode() ? "missing" : "not a text"));
        }
        return value.textValue();
    }

    private static BadInput notJson(String source, int line, JsonProcessingException e) {
        return new BadInput(
                source,
                "line " + line + ": not valid JSON ("
                        + e.getOriginalMessage().lines().findFirst().orElse("") + ")");
    }
}
