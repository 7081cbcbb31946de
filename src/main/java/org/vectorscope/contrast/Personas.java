package org.vectorscope.contrast;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.file.BadInput;

/**
 * Persona instructions (Chen et al. 2025, arXiv 2507.21509): pairs of opposite instructions and questions to ask under
 * them. The paper lets the model answer and averages over its answers; here the residual is read at the last token
 * before the answer, the paper's cheaper variant, which needs no generation.
 */
final class Personas {
    private Personas() {}

    /** Every question with every instruction, question by question, so that the first few pairs vary both. */
    static ContrastSet read(String source, JsonNode root) {
        List<String> questions = OwnFormat.texts(source, "questions", root.path("questions"));
        JsonNode instructions = root.path("instruction");
        if (!instructions.isArray()) {
            throw new BadInput(source, "\"instruction\" is not a list");
        }
        PairList pairs = new PairList(source);
        for (String question : questions) {
            for (int i = 0; i < instructions.size(); i++) {
                String place = "\"instruction\" item " + (i + 1);
                pairs.add(place, pair(source, place, question, instructions.get(i)));
            }
        }
        return ContrastFiles.bare(source, Kind.INSTRUCTION, pairs.done());
    }

    private static Pair pair(String source, String place, String question, JsonNode node) {
        if (!node.path("pos").isTextual() || !node.path("neg").isTextual()) {
            throw new BadInput(source, place + ": \"pos\" and \"neg\" must both be texts");
        }
        return new Pair(question, node.path("pos").textValue(), node.path("neg").textValue());
    }
}
