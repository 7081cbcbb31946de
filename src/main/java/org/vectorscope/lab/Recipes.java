package org.vectorscope.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.file.Json;
import org.vectorscope.file.Sha256;

/** What decides a result, as JSON: equal recipes have equal results, so their hash is the key they are kept under. */
final class Recipes {
    private Recipes() {}

    /** What every result of a model depends on. Uses no weights. */
    static ObjectNode ofModel(OpenModel open) {
        return Json.mapper()
                .createObjectNode()
                .put("model", open.name())
                .put("fingerprint", open.checkpoint().fingerprint())
                .put("dtype", open.dtype());
    }

    /** The texts as the model gets them, and where they are read: tokenizer, template and pairs are all in it. */
    static ObjectNode ofTexts(OpenModel open, VectorSpec spec, Rendered rendered) {
        ObjectNode recipe = ofModel(open)
                .put("pairs", spec.set().name())
                .put("pairsSha256", spec.set().pairsSha256())
                .put("n", spec.set().pairs().size())
                .put("template", rendered.templated() ? "auto" : "none")
                .put("readToken", rendered.readToken())
                .put("idsSha256", hash(rendered.texts()));
        spec.system().ifPresent(text -> recipe.put("system", text));
        return recipe;
    }

    /** Of the numbers' bits. */
    static String hash(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Sha256.of(bytes.array());
    }

    static String hash(List<int[]> texts) {
        StringBuilder all = new StringBuilder();
        for (int[] ids : texts) {
            for (int id : ids) {
                all.append(id).append(' ');
            }
            all.append('\n');
        }
        return Sha256.of(all.toString());
    }
}
