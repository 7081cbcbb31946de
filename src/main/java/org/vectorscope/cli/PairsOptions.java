package org.vectorscope.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.file.BadInput;
import org.vectorscope.lab.VectorSpec;
import org.vectorscope.vector.ExtractionMethod;
import picocli.CommandLine.Option;

/** How pairs are chosen and written for the model; the same words wherever pairs are taken. */
final class PairsOptions {
    @Option(names = "--pairs", paramLabel = "FILE", description = "a contrast set, or the name of a sample set")
    private @Nullable String pairs;

    @Option(names = "--system", paramLabel = "TEXT", description = "a system turn before every question")
    private @Nullable String system;

    @Option(
            names = "--template",
            paramLabel = "auto|none",
            defaultValue = "auto",
            description = "the chat template, where the model has one (default), or none")
    private String template = "auto";

    @Option(names = "--read-token", paramLabel = "N", description = "counted from the end; -2 for A/B answers, else -1")
    private @Nullable Integer readToken;

    @Option(names = "--first", paramLabel = "N", description = "only the first N pairs")
    private @Nullable Integer first;

    @Option(names = "--method", paramLabel = "mean|pca|logistic", defaultValue = "mean", description = "default: mean")
    private String method = "mean";

    Optional<String> pairs() {
        return Optional.ofNullable(pairs);
    }

    Optional<String> system() {
        return Optional.ofNullable(system);
    }

    TemplateChoice template() {
        return switch (template.toLowerCase(Locale.ROOT)) {
            case "auto" -> TemplateChoice.AUTO;
            case "none" -> TemplateChoice.NONE;
            default -> throw new BadInput("--template", "'" + template + "' is neither auto nor none");
        };
    }

    ContrastSet set() throws IOException {
        if (pairs == null) {
            throw new BadInput("--pairs", "is needed: a contrast set, or the name of a sample set");
        }
        ContrastSet set = SampleSets.open(pairs);
        return set.first(first == null ? OptionalInt.empty() : OptionalInt.of(first));
    }

    VectorSpec spec(long seed) throws IOException {
        return new VectorSpec(
                set().atLeastTwoPairs(pairs().orElseThrow()),
                template(),
                system(),
                readToken == null ? OptionalInt.empty() : OptionalInt.of(readToken),
                ExtractionMethod.parse("--method", method),
                seed);
    }
}
