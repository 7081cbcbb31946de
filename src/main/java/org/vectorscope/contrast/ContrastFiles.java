package org.vectorscope.contrast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/**
 * Contrast sets in files, told apart by their content:
 *
 * <ul>
 *   <li>the lab's own JSON, {@code {"format": "vectorscope.contrast.1", "pairs": [...], ...}};
 *   <li>CAA, a JSON list of {@code question}, {@code answer_matching_behavior}, {@code
 *       answer_not_matching_behavior} (Rimsky et al. 2024, arXiv 2312.06681);
 *   <li>Model-Written Evaluations, the same one object a line (Perez et al. 2022, arXiv 2212.09251); questions
 *       answered Yes or No become choices A and B;
 *   <li>CSV or TSV with a header that has {@code positive} and {@code negative}, and {@code prompt} if wanted;
 *   <li>persona instructions, {@code {"instruction": [{"pos", "neg"}, ...], "questions": [...]}} (Chen et al. 2025,
 *       arXiv 2507.21509): every instruction with every question, read where the answer would begin.
 * </ul>
 */
public final class ContrastFiles {
    public static final long LARGEST_FILE = 64L << 20;
    public static final int MOST_PAIRS = 100_000;
    /** In chars; far beyond any context this lab computes. */
    public static final int LONGEST_TEXT = 200_000;

    /** What {@link #write} writes; {@link #read} reads all of them. */
    public enum Format {
        /** The lab's own; keeps everything. */
        JSON,
        /** {@code prompt,positive,negative}; keeps the pairs. */
        CSV,
        /** Model-Written Evaluations' keys, one object a line; keeps the pairs, answers stripped. */
        JSONL
    }

    private ContrastFiles() {}

    /** @throws BadInput if it is none of the formats, or breaks its own; with the line where there is one */
    public static ContrastSet read(Path file) throws IOException {
        return parse(file.toString(), Utf8.bytes(file, LARGEST_FILE));
    }

    /** The same from bytes in memory, for the clipboard. */
    public static ContrastSet parse(String source, byte[] bytes) {
        String text = Utf8.decode(source, bytes);
        String content = text.strip();
        if (content.isEmpty()) {
            throw new BadInput(source, "is empty");
        }
        return switch (content.charAt(0)) {
            case '[' -> QuestionAnswer.readList(source, text);
            case '{' -> isLines(content) ? QuestionAnswer.readLines(source, text) : readObject(source, text);
            default -> DelimitedText.read(source, text);
        };
    }

    public static void write(Path file, ContrastSet set, Format format) throws IOException {
        AtomicFile.write(file, text(set, format));
    }

    /** The file's content, for the clipboard too. */
    public static String text(ContrastSet set, Format format) {
        return switch (format) {
            case JSON -> OwnFormat.write(set);
            case CSV -> DelimitedText.write(set);
            case JSONL -> QuestionAnswer.writeLines(set);
        };
    }

    /** A set of these pairs alone, named after the file they came from. */
    static ContrastSet bare(String source, Kind kind, List<ContrastSet.Pair> pairs) {
        String name = name(source);
        return new ContrastSet(name, name, "", kind, "positive", "negative", pairs, List.of(), List.of());
    }

    private static String name(String source) {
        String file = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static ContrastSet readObject(String source, String text) {
        JsonNode root = Json.parse(source, text);
        if (root.has("pairs")) {
            return OwnFormat.read(source, root);
        }
        if (root.has("instruction") && root.has("questions")) {
            return Personas.read(source, root);
        }
        if (root.has("question")) {
            return QuestionAnswer.readList(source, "[" + text.strip() + "]");
        }
        throw new BadInput(
                source,
                "a JSON object without \"pairs\", \"question\", or \"instruction\" and \"questions\": no contrast set");
    }

    /** JSON Lines: the first line is a whole pair by itself. */
    private static boolean isLines(String content) {
        return firstLine(content).filter(QuestionAnswer::isRow).isPresent();
    }

    private static Optional<JsonNode> firstLine(String content) {
        try {
            return Optional.of(
                    Json.mapper().readTree(content.lines().findFirst().orElse("")));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
