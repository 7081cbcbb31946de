package org.vectorscope.contrast;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vectorscope.contrast.ContrastSet.Shift;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/**
 * Prompts to generate from.
 *
 * @param name of the file or set they came from
 * @param prompts plain ones
 * @param shifts those of other topics and genres; may be empty
 */
public record PromptSuite(String name, List<String> prompts, List<Shift> shifts) {
    public static final long LARGEST_FILE = 16L << 20;

    public PromptSuite {
        prompts = List.copyOf(prompts);
        shifts = List.copyOf(shifts);
    }

    /** The held-out prompts of a set; the questions of its pairs where it has none. */
    public static PromptSuite of(ContrastSet set) {
        boolean heldOut = !set.allPrompts().isEmpty();
        return new PromptSuite(set.name(), heldOut ? set.prompts() : set.questions(), set.shifts());
    }

    /**
     * A JSON list of texts, one of the lab's contrast sets (its held-out prompts), or a text file with one prompt a
     * line, empty lines skipped; by content.
     *
     * @throws BadInput if it holds no prompt
     */
    public static PromptSuite read(Path file) throws IOException {
        return parse(file.toString(), Utf8.bytes(file, LARGEST_FILE));
    }

    static PromptSuite parse(String source, byte[] bytes) {
        String text = Utf8.decode(source, bytes);
        String start = text.stripLeading();
        PromptSuite suite = isListOfTexts(start)
                ? list(source, Json.parse(source, text))
                : start.startsWith("{") ? set(source, bytes) : lines(source, text);
        if (suite.all().isEmpty()) {
            throw new BadInput(source, "has no prompts");
        }
        if (suite.all().size() > ContrastFiles.MOST_PAIRS) {
            throw new BadInput(source, "has more than " + ContrastFiles.MOST_PAIRS + " prompts");
        }
        return suite;
    }

    /** All of them, plain ones first. */
    public List<String> all() {
        return Stream.concat(prompts.stream(), shifts.stream().flatMap(s -> s.prompts().stream()))
                .toList();
    }

    /** A text file may begin with a bracket too; a JSON list of texts goes on with a quotation mark. */
    private static boolean isListOfTexts(String start) {
        String inside = start.startsWith("[") ? start.substring(1).stripLeading() : "";
        return inside.startsWith("\"") || inside.startsWith("]");
    }

    private static PromptSuite list(String source, JsonNode root) {
        return new PromptSuite(source, OwnFormat.texts(source, "prompts", root), List.of());
    }

    private static PromptSuite set(String source, byte[] bytes) {
        return of(ContrastFiles.parse(source, bytes));
    }

    private static PromptSuite lines(String source, String text) {
        List<String> prompts =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return new PromptSuite(source, prompts, List.of());
    }
}
