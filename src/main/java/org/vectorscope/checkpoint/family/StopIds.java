package org.vectorscope.checkpoint.family;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.vectorscope.file.BadInput;

/** {@code eos_token_id}: one id, a list of them, or none. */
public final class StopIds {
    private StopIds() {}

    /** Negative ids count as none, as some tools write them. */
    public static List<Integer> read(String source, JsonNode node) {
        List<Integer> ids = new ArrayList<>();
        for (JsonNode id : node.isArray() ? node : List.of(node)) {
            if (id.isMissingNode() || id.isNull()) {
                continue;
            }
            if (!id.isIntegralNumber() || !id.canConvertToInt()) {
                throw new BadInput(source, "'eos_token_id' is neither a token's id nor a list of them");
            }
            if (id.intValue() >= 0) {
                ids.add(id.intValue());
            }
        }
        return ids.stream().distinct().toList();
    }
}
