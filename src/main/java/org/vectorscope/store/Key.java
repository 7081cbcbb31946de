package org.vectorscope.store;

import com.fasterxml.jackson.databind.JsonNode;
import org.vectorscope.file.Json;
import org.vectorscope.file.Sha256;

/**
 * What a result is kept under.
 *
 * @param recipe everything that decides the result: model fingerprint, dtype, tokenizer, template, pairs, layer,
 *     method, seed and so on; the order of its fields does not matter
 */
public record Key(Kind kind, JsonNode recipe) {
    /** SHA-256 in hexadecimal. */
    public String id() {
        return Sha256.of(kind.word() + '\n' + kind.version() + '\n' + Json.canonical(recipe));
    }
}
