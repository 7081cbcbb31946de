package org.vectorscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.SweepReport;
import org.vectorscope.lab.SweepRequest;
import org.vectorscope.study.SweepSpec;
import org.vectorscope.vector.VectorFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "What a vector does to the answers of an A/B set, at every layer and several strengths.")
final class SweepCommand implements Callable<Integer> {
    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private PairsOptions pairs = new PairsOptions();

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--vector",
            paramLabel = "F",
            description = "a vector file; without it the vectors come from one half of the items, and the other is swept")
    private @Nullable Path vector;

    @Option(
            names = "--layers",
            paramLabel = "all|L,…",
            defaultValue = "all",
            description = "the layers to steer, one at a time (default: all)")
    private String layers = "all";

    @Option(
            names = "--strengths",
            paramLabel = "S,…",
            description = "multiples of the vector (default: -1.5,-1,-0.5,0,0.5,1,1.5)")
    private @Nullable String strengths;

    @Option(names = "--items", paramLabel = "N", description = "sweep no more than N items (default: all there are)")
    private @Nullable Integer items;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "0", description = "of the shuffling of the items")
    private long seed;

    @Override
    public Integer call() throws IOException {
        Monitor monitor = output.monitor();
        SweepRequest request = new SweepRequest(
                pairs.spec(seed),
                vector == null
                        ? Optional.empty()
                        : Optional.of(
                                new SweepRequest.Given(String.valueOf(vector.getFileName()), VectorFiles.read(vector))),
                layers(),
                strengths(),
                items == null ? OptionalInt.empty() : OptionalInt.of(items));
        try (Lab lab = Lab.open();
                OpenModel open = model.open(lab, monitor)) {
            SweepReport report =
                    lab.sweeps().run(open, request, soFar -> {}, monitor).value();
            if (output.isJson()) {
                output.print(report);
            } else {
                SweepTable.print(report, output);
            }
        }
        return 0;
    }

    private SortedSet<Integer> layers() {
        SortedSet<Integer> chosen = new TreeSet<>();
        if (!layers.toLowerCase(Locale.ROOT).equals("all")) {
            for (String part : layers.split(",", -1)) {
                if (!part.strip().matches("\\d{1,4}")) {
                    throw new BadInput("--layers", "'" + part.strip() + "' is neither a layer nor all");
                }
                chosen.add(Integer.parseInt(part.strip()));
            }
        }
        return chosen;
    }

    private double[] strengths() {
        return strengths == null
                ? SweepSpec.STRENGTHS
                : SweepSpec.checked(Arrays.stream(strengths.split(",", -1))
                        .mapToDouble(part -> number(part.strip()))
                        .toArray());
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadInput("--strengths", "'" + text + "' is not a number");
        }
    }
}
