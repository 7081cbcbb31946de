package org.vectorscope.checkpoint.family;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;
import org.vectorscope.file.BadInput;

/**
 * Settings out of a {@code config.json}, each checked as it is read. {@code null} counts as absent, as it does for
 * transformers.
 *
 * @param source the file, for messages
 * @param has whether the folder holds a tensor of this name
 */
public record ConfigJson(String source, JsonNode root, Predicate<String> has) {
    public ConfigJson {
        if (!root.isObject()) {
            throw new BadInput(source, "is not a JSON object");
        }
    }

    /** The settings under {@code key}; empty where there are none. */
    Optional<ConfigJson> section(String key) {
        JsonNode node = root.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isObject()) {
            throw fault(key, "is not a JSON object");
        }
        return Optional.of(new ConfigJson(source + " (" + key + ")", node, has));
    }

    public boolean absent(String key) {
        return root.path(key).isMissingNode() || root.path(key).isNull();
    }

    int count(String key, long most) {
        if (absent(key)) {
            throw new BadInput(source, "has no '" + key + "'");
        }
        JsonNode node = root.get(key);
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1 || node.intValue() > most) {
            throw fault(key, "is " + node + ", not a whole number from 1 to " + most);
        }
        return node.intValue();
    }

    int count(String key, long most, int otherwise) {
        return absent(key) ? otherwise : count(key, most);
    }

    double positive(String key) {
        if (absent(key)) {
            throw new BadInput(source, "has no '" + key + "'");
        }
        JsonNode node = root.get(key);
        double value = node.doubleValue();
        if (!node.isNumber() || !Double.isFinite(value) || value <= 0) {
            throw fault(key, "is " + node + ", not a number above 0");
        }
        return value;
    }

    double positive(String key, double otherwise) {
        return absent(key) ? otherwise : positive(key);
    }

    boolean flag(String key, boolean otherwise) {
        if (absent(key)) {
            return otherwise;
        }
        if (!root.get(key).isBoolean()) {
            throw fault(key, "is " + root.get(key) + ", neither true nor false");
        }
        return root.get(key).booleanValue();
    }

    public String text(String key, String otherwise) {
        if (absent(key)) {
            return otherwise;
        }
        if (!root.get(key).isTextual()) {
            throw fault(key, "is " + root.get(key) + ", not text");
        }
        return root.get(key).textValue();
    }

    BadInput fault(String key, String fault) {
        return new BadInput(source, "'" + key + "' " + (fault.length() > 300 ? fault.substring(0, 300) + "…" : fault));
    }
}
