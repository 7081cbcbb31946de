package org.vectorscope.checkpoint.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vectorscope.file.Json;

/**
 * Spoils JSON and leaves it JSON: numbers become absurd, one kind of value another, keys go, come twice or swap their
 * values, and things are nested or repeated. A reader meets these after the parser, where damage to bytes seldom gets.
 */
public final class JsonDamage {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.withExactBigDecimals(true);
    private static final String TWICE = "@@twice";
    private static final int LONGEST = 300_000;
    private static final List<JsonNode> VALUES = List.of(
            MAKE.numberNode(0),
            MAKE.numberNode(-1),
            MAKE.numberNode(1),
            MAKE.numberNode(Integer.MAX_VALUE),
            MAKE.numberNode(1L << 31),
            MAKE.numberNode((1L << 32) - 1),
            MAKE.numberNode(1L << 32),
            MAKE.numberNode(Long.MAX_VALUE),
            MAKE.numberNode(Long.MIN_VALUE),
            MAKE.numberNode(BigInteger.ONE.shiftLeft(63)),
            MAKE.numberNode(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)),
            MAKE.numberNode(new BigDecimal("1e400")),
            MAKE.numberNode(0.5),
            MAKE.numberNode(-0.0),
            MAKE.numberNode(1e-320),
            MAKE.nullNode(),
            MAKE.booleanNode(true),
            MAKE.booleanNode(false),
            MAKE.textNode(""),
            MAKE.textNode("0"),
            MAKE.textNode("\0"),
            MAKE.textNode("\uD800"),
            MAKE.textNode("\uD83D\uDE00"),
            MAKE.textNode("a".repeat(20_000)),
            MAKE.textNode("\u0120\u2581##"),
            MAKE.textNode("../../etc/passwd"),
            MAKE.arrayNode(),
            MAKE.objectNode());

    private final Random random;
    private final List<Place> places = new ArrayList<>();

    private record Place(ContainerNode<?> parent, String key, int index) {
        JsonNode get() {
            return parent instanceof ObjectNode object ? object.path(key) : parent.path(index);
        }

        void set(JsonNode value) {
            switch (parent) {
                case ObjectNode object -> object.set(key, value);
                case ArrayNode array -> array.set(index, value);
                default -> throw new IllegalStateException("no container");
            }
        }

        void remove() {
            switch (parent) {
                case ObjectNode object -> object.remove(key);
                case ArrayNode array -> array.remove(index);
                default -> throw new IllegalStateException("no container");
            }
        }
    }

    private JsonDamage(Random random) {
        this.random = random;
    }

    /** The same for the same seed. */
    public static byte[] damaged(JsonNode original, long seed) {
        Random random = new Random(seed);
        JsonNode root = original.deepCopy();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            new JsonDamage(random).once(root);
        }
        String text = root.toString().replaceAll(TWICE + "[^\"]{0,9}@([^\"]{0,200})\"", "$1\"");
        return text.substring(0, Math.min(text.length(), LONGEST)).getBytes(StandardCharsets.UTF_8);
    }

    private void once(JsonNode root) {
        find(root);
        if (places.isEmpty()) {
            return;
        }
        Place place = places.get(random.nextInt(places.size()));
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> place.set(VALUES.get(random.nextInt(VALUES.size())));
            case 3 -> place.remove();
            case 4 -> place.set(places.get(random.nextInt(places.size())).get().deepCopy());
            case 5 -> nest(place);
            case 6 -> twice(place);
            case 7 -> repeat(place);
            case 8 -> swap(place, places.get(random.nextInt(places.size())));
            default -> near(place);
        }
    }

    /** Large branches hold most places: each container is as likely a neighbourhood as any other. */
    private void find(JsonNode root) {
        List<ContainerNode<?>> containers = new ArrayList<>();
        collect(root, containers);
        if (containers.isEmpty()) {
            return;
        }
        for (int i = 0; i < 4; i++) {
            ContainerNode<?> parent = containers.get(random.nextInt(containers.size()));
            if (parent instanceof ObjectNode object) {
                object.fieldNames().forEachRemaining(key -> places.add(new Place(parent, key, 0)));
            } else {
                for (int index = 0; index < parent.size(); index++) {
                    places.add(new Place(parent, "", index));
                }
            }
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> into) {
        if (node instanceof ContainerNode<?> container) {
            into.add(container);
            container.forEach(child -> collect(child, into));
        }
    }

    private void nest(Place place) {
        JsonNode value = place.get();
        for (int depth = random.nextInt(1, 100); depth > 0; depth--) {
            value = random.nextBoolean()
                    ? MAKE.arrayNode().add(value)
                    : MAKE.objectNode().set(place.key(), value);
        }
        place.set(value);
    }

    private void twice(Place place) {
        if (place.parent() instanceof ObjectNode object) {
            object.set(
                    TWICE + random.nextInt(99) + "@" + place.key(), place.get().deepCopy());
        } else {
            ((ArrayNode) place.parent()).insert(place.index(), place.get().deepCopy());
        }
    }

    private void repeat(Place place) {
        ArrayNode many = MAKE.arrayNode();
        JsonNode value = place.get();
        for (int i = random.nextInt(200); i > 0; i--) {
            many.add(value);
        }
        place.set(many);
    }

    private static void swap(Place one, Place other) {
        JsonNode first = one.get();
        // not into itself
        if (!first.isContainerNode() && !other.get().isContainerNode()) {
            one.set(other.get());
            other.set(first);
        }
    }

    /** A number near the one that is there, or a text with a letter more or less. */
    private void near(Place place) {
        JsonNode value = place.get();
        if (value.isIntegralNumber()) {
            place.set(MAKE.numberNode(value.longValue() + random.nextInt(-2, 3) * (random.nextBoolean() ? 1 : 64)));
        } else if (value.isTextual() && !value.textValue().isEmpty()) {
            String text = value.textValue();
            int at = random.nextInt(text.length());
            String middle =
                    random.nextBoolean() ? "" : text.substring(at, at + 1) + "([{*+?\\|".charAt(random.nextInt(8));
            place.set(MAKE.textNode(text.substring(0, at) + middle + text.substring(at + 1)));
        }
    }

    /** For damaging a file again and again. */
    public static JsonNode parsed(byte[] file) {
        return Json.parse("original", new String(file, StandardCharsets.UTF_8));
    }
}
