package org.vectorscope.checkpoint.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.vectorscope.file.BadInput;

/** The files that a {@code model.safetensors.index.json} spreads the weights over. */
final class ShardIndex {
    static final String NAME = "model.safetensors.index.json";

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}\\.safetensors");
    private static final int MOST = 1_000;

    private ShardIndex() {}

    /** @throws BadInput if it names none, too many, or what is no safetensors file beside it */
    static Set<String> files(JsonNode index) {
        Set<String> names = new TreeSet<>();
        for (JsonNode name : index.path("weight_map")) {
            if (!FILE.matcher(name.asText()).matches()) {
                throw new BadInput(NAME, "names '" + name.asText() + "', which is no safetensors file");
            }
            names.add(name.asText());
        }
        if (names.isEmpty() || names.size() > MOST) {
            throw new BadInput(NAME, "names " + names.size() + " files");
        }
        return names;
    }
}
