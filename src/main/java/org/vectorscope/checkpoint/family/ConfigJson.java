package org.vectorscope.checkpoint.family;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
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
public record ConfigJson(String source, JsonNode root, Predicate<String> has) implements Settings {
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

    @Override
    public boolean absent(String folder, String gguf) {
        return absent(spelling(folder));
    }

    @Override
    public int count(String folder, String gguf, long most) {
        return count(spelling(folder), most);
    }

    @Override
    public int count(String folder, String gguf, long most, int otherwise) {
        return count(spelling(folder), most, otherwise);
    }

    @Override
    public double positive(String folder, String gguf, double otherwise) {
        return positive(spelling(folder), otherwise);
    }

    @Override
    public boolean flag(String folder, String gguf, boolean otherwise) {
        return flag(spelling(folder), otherwise);
    }

    @Override
    public String text(String folder, String gguf, String otherwise) {
        return text(spelling(folder), otherwise);
    }

    @Override
    public boolean has(String folder, String gguf) {
        return has.test(folder);
    }

    @Override
    public void requireReadable() {
        if (section("quantization_config").isPresent()) {
            throw fault(
                    "quantization_config",
                    "is present: weights quantised in this way are not supported; "
                            + "use the original weights, or GGUF");
        }
    }

    @Override
    public int vocabulary() {
        return count("vocab_size", Bounds.VOCABULARY);
    }

    @Override
    public List<Integer> stopIds() {
        return StopIds.read(source, root.path("eos_token_id"));
    }

    @Override
    public BadInput fault(String folder, String gguf, String fault) {
        return fault(spelling(folder), fault);
    }

    /** The first of the spellings that is there, else the first. */
    private String spelling(String names) {
        String[] all = names.split("\\|");
        for (String name : all) {
            if (!absent(name)) {
                return name;
            }
        }
        return all[0];
    }

    /** {@code null} counts as absent. */
    boolean absent(String key) {
        return root.path(key).isMissingNode() || root.path(key).isNull();
    }

    /** Whether the key is not there at all, so that transformers takes its default; {@code null} may mean another. */
    boolean unsaid(String key) {
        return !root.has(key);
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

    /** 0 or more. */
    int whole(String key, int otherwise) {
        boolean zero = !absent(key) && root.get(key).equals(IntNode.valueOf(0));
        return zero ? 0 : count(key, Integer.MAX_VALUE, otherwise);
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

    String text(String key, String otherwise) {
        if (absent(key)) {
            return otherwise;
        }
        if (!root.get(key).isTextual()) {
            throw fault(key, "is " + root.get(key) + ", not text");
        }
        return root.get(key).textValue();
    }

    /** Texts under a key; empty where it is absent. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : elements(key)) {
            if (!node.isTextual()) {
                throw fault(key, "is not a list of texts");
            }
            texts.add(node.textValue());
        }
        return texts;
    }

    /** Numbers under a key, each finite and above 0; empty where it is absent. */
    List<Float> positives(String key) {
        List<Float> numbers = new ArrayList<>();
        for (JsonNode node : elements(key)) {
            float value = (float) node.doubleValue();
            if (!node.isNumber() || !Float.isFinite(value) || value <= 0) {
                throw fault(key, "is not a list of numbers above 0");
            }
            numbers.add(value);
        }
        return numbers;
    }

    /** Zeros and ones under a key; empty where it is absent. */
    List<Boolean> bits(String key) {
        List<Boolean> bits = new ArrayList<>();
        for (JsonNode node : elements(key)) {
            if (!node.isBoolean() && !node.isIntegralNumber()) {
                throw fault(key, "is not a list of 0 and 1");
            }
            bits.add(node.asBoolean());
        }
        return bits;
    }

    private JsonNode elements(String key) {
        if (absent(key)) {
            return MissingNode.getInstance();
        }
        if (!root.get(key).isArray()) {
            throw fault(key, "is " + root.get(key) + ", not a list");
        }
        return root.get(key);
    }

    BadInput fault(String key, String fault) {
        return new BadInput(source, "'" + key + "' " + (fault.length() > 300 ? fault.substring(0, 300) + "…" : fault));
    }
}
