package org.vectorscope.contrast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.contrast.ContrastSet.Shift;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/** The lab's own JSON, which keeps everything a set has. */
final class OwnFormat {
    static final String NAME = "vectorscope.contrast.1";

    private OwnFormat() {}

    static ContrastSet read(String source, JsonNode root) {
        String format = text(source, root, "format", NAME);
        if (!format.equals(NAME)) {
            throw new BadInput(source, "format \"" + format + "\", and this version reads \"" + NAME + "\"");
        }
        PairList pairs = new PairList(source);
        int item = 1;
        for (JsonNode node : list(source, "pairs", root.path("pairs"))) {
            String place = "\"pairs\" item " + item++;
            pairs.add(place, pair(source, place, node));
        }
        ContrastSet bare = ContrastFiles.bare(source, kind(source, root, pairs), pairs.done());
        String name = text(source, root, "name", bare.name());
        return new ContrastSet(
                name,
                text(source, root, "title", name),
                text(source, root, "description", ""),
                bare.kind(),
                text(source, root, "positive", "positive"),
                text(source, root, "negative", "negative"),
                bare.pairs(),
                texts(source, "prompts", root.path("prompts")),
                shifts(source, root.path("shifts")));
    }

    static String write(ContrastSet set) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("format", NAME);
        root.put("name", set.name());
        root.put("title", set.title());
        root.put("description", set.description());
        root.put("kind", set.kind().name().toLowerCase(Locale.ROOT));
        root.put("positive", set.positive());
        root.put("negative", set.negative());
        root.putPOJO("pairs", set.pairs());
        root.putPOJO("prompts", set.prompts());
        root.putPOJO("shifts", set.shifts());
        return Json.pretty(root) + "\n";
    }

    /** Texts of a JSON list, or none where there is no list. */
    static List<String> texts(String source, String key, JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : list(source, key, list)) {
            if (!node.isTextual() || node.textValue().isBlank() || !PairList.wellFormed(node.textValue())) {
                throw new BadInput(source, "\"" + key + "\" item " + (texts.size() + 1) + ": not a text");
            }
            texts.add(node.textValue());
        }
        return List.copyOf(texts);
    }

    private static List<Shift> shifts(String source, JsonNode list) {
        List<Shift> shifts = new ArrayList<>();
        for (JsonNode node : list(source, "shifts", list)) {
            shifts.add(new Shift(
                    text(source, node, "axis", "topic"),
                    text(source, node, "name", "shift " + (shifts.size() + 1)),
                    texts(source, "shifts.prompts", node.path("prompts"))));
        }
        return List.copyOf(shifts);
    }

    private static Pair pair(String source, String place, JsonNode node) {
        for (String key : List.of("positive", "negative")) {
            if (!node.path(key).isTextual()) {
                throw new BadInput(source, place + ": \"" + key + "\" is missing or not a text");
            }
        }
        return new Pair(
                text(source, node, "prompt", ""),
                node.path("positive").textValue(),
                node.path("negative").textValue());
    }

    private static Kind kind(String source, JsonNode root, PairList pairs) {
        if (!root.has("kind")) {
            return pairs.kind();
        }
        String word = text(source, root, "kind", "");
        Kind kind =
                switch (word) {
                    case "text" -> Kind.TEXT;
                    case "choice" -> Kind.CHOICE;
                    case "instruction" -> Kind.INSTRUCTION;
                    default -> throw new BadInput(source, "kind \"" + word + "\" is none of text, choice, instruction");
                };
        if (kind == Kind.CHOICE && pairs.kind() != Kind.CHOICE) {
            throw new BadInput(source, "kind is choice, but the answers are not letters like (A)");
        }
        return kind;
    }

    private static Iterable<JsonNode> list(String source, String key, JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        if (node instanceof ArrayNode array) {
            return array;
        }
        throw new BadInput(source, "\"" + key + "\" is not a list");
    }

    private static String text(String source, JsonNode node, String key, String otherwise) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isTextual() || !PairList.wellFormed(value.textValue())) {
            throw new BadInput(source, "\"" + key + "\" is not a text");
        }
        return value.textValue();
    }
}
