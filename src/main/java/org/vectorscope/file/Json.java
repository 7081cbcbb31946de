package org.vectorscope.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One JSON reader and writer for the whole program, with bounds on what it will believe. */
public final class Json {
    /** Deeper than any honest file of ours, far below what would exhaust the stack. */
    public static final int DEEPEST = 64;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(64 << 20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Keys in alphabetical order, no spaces: equal values have equal text, so a hash of it can be a key. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Json() {}

    /** The mapper for building trees and binding records; its configuration is not to be changed. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Parses text that came from {@code source}; a fault is told with its line. */
    public static JsonNode parse(String source, String text) {
        try {
            return MAPPER.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (JsonProcessingException e) {
            throw new BadInput(source, fault(e));
        }
    }

    /** Reads a whole file of at most {@code largest} bytes. */
    public static JsonNode read(Path file, long largest) throws IOException {
        long size = Files.size(file);
        if (size > largest) {
            throw new BadInput(
                    file, "is " + size + " bytes, more than the " + largest + " a file of this kind may have");
        }
        // the bytes are UTF-8 by definition: left to itself the parser would guess, and fail where it guesses wrong
        return parse(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String canonical(Object value) {
        try {
            return CANONICAL.writeValueAsString(CANONICAL.treeToValue(CANONICAL.valueToTree(value), Object.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fault(JsonProcessingException e) {
        String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
        return where + "not valid JSON (" + e.getOriginalMessage().split("\n", 2)[0] + ")";
    }
}
