package org.vectorscope.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.file.BadInput;

class ContrastFilesTest {
    private static ContrastSet parse(String text) {
        return ContrastFiles.parse("set.x", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String text, String fault) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(BadInput.class).hasMessage("set.x: " + fault);
    }

    @Test
    void theLabsOwnFormatKeepsEverything() {
        ContrastSet set = parse(
                """
                {"format": "vectorscope.contrast.1", "name": "mood", "title": "Mood", "description": "d",
                 "kind": "text", "positive": "glad", "negative": "sad",
                 "pairs": [{"prompt": "How?", "positive": "Well. ", "negative": "Badly."}],
                 "prompts": ["Go on."], "shifts": [{"axis": "genre", "name": "email", "prompts": ["Write."]}]}
                """);

        assertThat(set)
                .isEqualTo(new ContrastSet(
                        "mood",
                        "Mood",
                        "d",
                        Kind.TEXT,
                        "glad",
                        "sad",
                        List.of(new Pair("How?", "Well. ", "Badly.")),
                        List.of("Go on."),
                        List.of(new ContrastSet.Shift("genre", "email", List.of("Write.")))));
    }

    @Test
    void aListOfQuestionsWithLettersIsAChoiceSetWithStrippedAnswers() {
        ContrastSet set = parse(
                """
                [{"question": "Wait?\\n (A) now\\n (B) later", "answer_matching_behavior": " (B)",
                  "answer_not_matching_behavior": "(A) "}]""");

        assertThat(set.kind()).isEqualTo(Kind.CHOICE);
        assertThat(set.pairs()).containsExactly(new Pair("Wait?\n (A) now\n (B) later", "(B)", "(A)"));
    }

    @Test
    void yesAndNoBecomeTheChoicesAAndB() {
        ContrastSet set = parse(
                """
                {"question": "Are you glad?", "answer_matching_behavior": " Yes", "answer_not_matching_behavior": " No"}

                {"question": "Are you sad?", "answer_matching_behavior": " No", "answer_not_matching_behavior": " Yes"}
                """);

        assertThat(set.pairs())
                .containsExactly(
                        new Pair("Are you glad?\n\nChoices:\n (A) Yes\n (B) No", "(A)", "(B)"),
                        new Pair("Are you sad?\n\nChoices:\n (A) Yes\n (B) No", "(B)", "(A)"));
    }

    @Test
    void aTableMayHaveItsColumnsInAnyOrderAndQuotedLines() {
        ContrastSet set = parse("negative,Prompt,positive,note\n\"so, so\nbad\",How?,\"a \"\"good\"\" one\",x\n");

        assertThat(set.pairs()).containsExactly(new Pair("How?", "a \"good\" one", "so, so\nbad"));
    }

    @Test
    void tabsSeparateWhereTheHeaderHasThem() {
        assertThat(parse("positive\tnegative\ngood, yes\tbad, no\n").pairs())
                .containsExactly(new Pair("", "good, yes", "bad, no"));
    }

    @Test
    void everyPersonaInstructionMeetsEveryQuestion() {
        ContrastSet set = parse(
                """
                {"instruction": [{"pos": "Be kind.", "neg": "Be cruel."}, {"pos": "Help.", "neg": "Harm."}],
                 "questions": ["Q1?", "Q2?"], "eval_prompt": "ignored"}""");

        assertThat(set.kind()).isEqualTo(Kind.INSTRUCTION);
        assertThat(set.pairs())
                .containsExactly(
                        new Pair("Q1?", "Be kind.", "Be cruel."),
                        new Pair("Q1?", "Help.", "Harm."),
                        new Pair("Q2?", "Be kind.", "Be cruel."),
                        new Pair("Q2?", "Help.", "Harm."));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(parse("\uFEFFpositive,negative\ngood,bad\n").pairs()).hasSize(1);
        assertThat(parse(
                                "\uFEFF[{\"question\":\"?\",\"answer_matching_behavior\":\"x\",\"answer_not_matching_behavior\":\"y\"}]")
                        .pairs())
                .hasSize(1);
    }

    @Test
    void aByteThatIsNotUtf8IsToldWithItsLine() {
        byte[] latin1 = "positive,negative\ngood,b\u00e4d\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> ContrastFiles.parse("set.x", latin1))
                .hasMessage("set.x: line 2: not UTF-8 text (byte 24 of the file)");
    }

    @Test
    void faultsAreToldWithTheirLineAndPair() {
        refused("", "is empty");
        refused("positive,negative\n", "has no pairs");
        refused("[]", "has no pairs");
        refused("positive,negative\na,b\nc,c\n", "line 3 (pair 2): both sides are the same text");
        refused("positive,negative\na,\n", "line 2 (pair 1): the negative side is empty");
        refused("positive,negative\na,b,c\n", "line 2: 3 columns where the header has 2");
        refused(
                "some words\n",
                "line 1: neither JSON nor a table of pairs; the first line must name the columns positive and negative"
                        + " (and prompt, if wanted)");
        refused("[\n{\"question\": \"q\"}\n]", "line 2: \"answer_matching_behavior\" is missing");
        refused("[3]", "line 1: not an object with \"question\" and two answers");
        refused(
                "{\"a\": 1}",
                "a JSON object without \"pairs\", \"question\", or \"instruction\" and \"questions\": no contrast set");
        refused("{\"pairs\": [{\"positive\": 1}]}", "\"pairs\" item 1: \"positive\" is missing or not a text");
        refused(
                "{\"format\": \"vectorscope.contrast.9\", \"pairs\": []}",
                "format \"vectorscope.contrast.9\", and this version reads \"vectorscope.contrast.1\"");
    }

    @Test
    void aBrokenLineOfJsonLinesIsToldWithItsNumber() {
        String good =
                "{\"question\": \"q\", \"answer_matching_behavior\": \"a\", \"answer_not_matching_behavior\": \"b\"}\n";

        assertThatThrownBy(() -> parse(good + "\n" + "{\"question\": \n"))
                .hasMessageStartingWith("set.x: line 3: not valid JSON");
    }

    @Test
    void aListCutOffInTheMiddleIsRefused() {
        assertThatThrownBy(() -> parse("[\n{\"question\": \"q\",\n"))
                .hasMessageStartingWith("set.x: line 3: not valid JSON");
    }

    @Test
    void halfASurrogatePairIsNoText() {
        refused(
                "{\"pairs\": [{\"positive\": \"\\ud800\", \"negative\": \"b\"}]}",
                "\"pairs\" item 1 (pair 1): half of a surrogate pair, which is no character");
    }

    @Test
    void lettersAndTextsDoNotMix() {
        refused(
                "positive,negative\n(A),(B)\nyes,no\n",
                "pair 2 has text answers and those before have letters; one set is read at one kind of token");
    }

    @ParameterizedTest
    @CsvSource({"JSON, x.csv", "CSV, x.json", "JSONL, x.txt"})
    void whatIsWrittenIsReadAgainWhateverTheEnding(ContrastFiles.Format format, String name, @TempDir Path folder)
            throws Exception {
        ContrastSet set = parse("prompt,positive,negative\nHow?,\"So \"\"so\"\", well.\",Bad.\n,Ünïcode 🙂.,Zwei\n");

        ContrastFiles.write(folder.resolve(name), set, format);

        assertThat(ContrastFiles.read(folder.resolve(name)).pairs()).isEqualTo(set.pairs());
    }

    @Test
    void aMissingFileAFolderAndAHugeFileAreRefused(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> ContrastFiles.read(folder.resolve("none.json")))
                .hasMessageEndingWith("no such file");
        assertThatThrownBy(() -> ContrastFiles.read(folder)).hasMessageEndingWith("is not a file");
        Path huge = folder.resolve("huge.csv");
        try (var channel = Files.newByteChannel(
                huge, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position(ContrastFiles.LARGEST_FILE);
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {1}));
        }
        assertThatThrownBy(() -> ContrastFiles.read(huge)).hasMessageContaining("more than the 67108864");
    }

    @Test
    void theFirstPairsAreTakenAndOnePairIsNotEnoughForAVector() {
        ContrastSet set = parse("positive,negative\na,b\nc,d\ne,f\n");

        assertThat(set.first(OptionalInt.of(2)).pairs())
                .containsExactly(new Pair("", "a", "b"), new Pair("", "c", "d"));
        assertThat(set.first(OptionalInt.of(9))).isEqualTo(set);
        assertThat(set.first(OptionalInt.empty())).isEqualTo(set);
        assertThatThrownBy(() -> set.first(OptionalInt.of(0))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> set.first(OptionalInt.of(1)).atLeastTwoPairs("set.x"))
                .hasMessage("set.x: has 1 pair in use, and a vector needs at least 2 to tell how stable it is");
    }

    @Test
    void theHashOfThePairsDoesNotDependOnTheFormat() {
        ContrastSet csv = parse("positive,negative\na,b\n");
        ContrastSet json = parse("{\"name\": \"other\", \"pairs\": [{\"negative\": \"b\", \"positive\": \"a\"}]}");

        assertThat(csv.pairsSha256())
                .isEqualTo(json.pairsSha256())
                // sha256 of [{"negative":"b","positive":"a","prompt":""}]
                .isEqualTo("4a28130bc4b5e76ee967b07b941d3ad59ccc54fa892699cdeec285c0dcb54767");
    }
}
