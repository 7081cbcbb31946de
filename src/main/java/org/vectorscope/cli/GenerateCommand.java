package org.vectorscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.PromptSuite;
import org.vectorscope.contrast.RenderedText;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Comparison;
import org.vectorscope.lab.Direction;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.study.ArmList;
import org.vectorscope.study.LetterShift;
import org.vectorscope.study.SideBySideListener;
import org.vectorscope.study.SideBySideResult;
import org.vectorscope.study.SideBySideSpec;
import org.vectorscope.study.SideBySideSpec.Prompt;
import org.vectorscope.study.StrengthUnit;
import org.vectorscope.vector.SteeringVectors;
import org.vectorscope.vector.VectorFiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Generates from prompts under several arms side by side: none, the vector, controls.")
final class GenerateCommand implements Callable<Integer> {
    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private PairsOptions pairs = new PairsOptions();

    @Mixin
    private Output output = new Output();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Input input = new Input();

    static final class Input {
        @Option(names = "--prompt", paramLabel = "T", description = "one prompt")
        private @Nullable String prompt;

        @Option(
                names = "--prompts",
                paramLabel = "FILE",
                description = "a prompt a line, a JSON list, or a contrast set's held-out prompts")
        private @Nullable Path prompts;

        @Option(names = "--ids", paramLabel = "1,2,3", description = "one prompt as token ids")
        private @Nullable String ids;
    }

    @Option(names = "--vector", paramLabel = "F", description = "a vector file; without it one is made of --pairs")
    private @Nullable Path vector;

    @Option(names = "--layer", paramLabel = "L", description = "where to add it; needed where the file has several")
    private @Nullable Integer layer;

    @Option(names = "--strength", paramLabel = "S", defaultValue = "1", description = "default: 1")
    private double strength = 1;

    @Option(
            names = "--unit",
            paramLabel = "vector|residual|kl",
            defaultValue = "vector",
            description =
                    "what strength counts: multiples of the vector (default), fractions of the residual norm, nats")
    private String unit = "vector";

    @Option(
            names = "--arms",
            paramLabel = "…",
            defaultValue = ArmList.DEFAULT,
            description = "default: " + ArmList.DEFAULT)
    private String arms = ArmList.DEFAULT;

    @Option(
            names = "--tokens",
            paramLabel = "…",
            defaultValue = "from-last",
            description = "all, prompt, generated or from-last (default): which positions get the vector")
    private String tokens = "from-last";

    @Option(names = "--temperature", paramLabel = "T", defaultValue = "0.8", description = "0 is greedy (default: 0.8)")
    private double temperature = 0.8;

    @Option(names = "--top-p", paramLabel = "P", defaultValue = "1", description = "default: 1")
    private double topP = 1;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "1",
            description = "texts per prompt and arm (default: 1)")
    private int samples = 1;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "default: 0")
    private long seed;

    @Option(names = "--max-tokens", paramLabel = "N", defaultValue = "64", description = "default: 64")
    private int maxTokens = 64;

    @Option(names = "--ignore-eos", description = "go on to --max-tokens whatever is drawn")
    private boolean ignoreEos;

    @Option(
            names = "--trait",
            paramLabel = "FILE",
            description = "score the texts by this contrast set (default: --pairs)")
    private @Nullable String trait;

    @Override
    public Integer call() throws IOException {
        Monitor monitor = output.monitor();
        Sampling sampling = sampling();
        ArmList list = ArmList.parse(arms);
        try (Lab lab = Lab.open();
                OpenModel open = model.open(lab, monitor)) {
            List<Prompt> prompts = prompts(open);
            Optional<Direction> direction = direction(lab, open, list, monitor);
            SideBySideSpec spec = new SideBySideSpec(
                    prompts,
                    list,
                    direction.map(Direction::layer).orElse(0),
                    strength,
                    choice("--unit", StrengthUnit.values(), StrengthUnit::word, unit),
                    choice("--tokens", TokenRange.values(), TokenRange::word, tokens),
                    samples,
                    sampling);
            Optional<ContrastSet> set = traitSet();
            Comparison comparison = new Comparison(spec, direction, set, set.isEmpty() ? 0 : trained(set.get()));
            print(lab.generations()
                    .run(open, comparison, SideBySideListener.NONE, monitor)
                    .value());
        }
        return 0;
    }

    private Sampling sampling() {
        between("--temperature", temperature, 0, 100);
        between("--top-p", topP, Double.MIN_VALUE, 1);
        between("--samples", samples, 1, 10_000);
        between("--max-tokens", maxTokens, 1, 100_000);
        between("--strength", strength, -1e6, 1e6);
        return new Sampling(temperature, topP, maxTokens, seed, ignoreEos);
    }

    private static void between(String option, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new BadInput(option, value + " is not between " + low + " and " + high);
        }
    }

    private static <T> T choice(String option, T[] values, java.util.function.Function<T, String> word, String text) {
        return Arrays.stream(values)
                .filter(v -> word.apply(v).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        option,
                        "'" + text + "' is none of "
                                + Arrays.stream(values).map(word).toList()));
    }

    private List<Prompt> prompts(OpenModel open) throws IOException {
        if (input.ids != null) {
            return List.of(new Prompt(input.ids, Ids.parse(input.ids)));
        }
        List<String> texts = input.prompt != null
                ? List.of(input.prompt)
                : PromptSuite.read(Optional.ofNullable(input.prompts).orElseThrow())
                        .all();
        return texts.stream()
                .map(text -> {
                    RenderedText rendered = open.prompt(text, pairs.template(), pairs.system());
                    return new Prompt(text, rendered.ids());
                })
                .toList();
    }

    private Optional<ContrastSet> traitSet() throws IOException {
        String source = trait == null ? pairs.pairs().orElse(null) : trait;
        return source == null ? Optional.empty() : Optional.of(SampleSets.open(source));
    }

    /** How many pairs at the head of the set the vector knows. */
    private int trained(ContrastSet set) throws IOException {
        if (vector != null) {
            return Comparison.trained(set, VectorFiles.read(vector).recipe());
        }
        return pairs.pairs().isEmpty() ? 0 : Comparison.trained(set, pairs.set().pairs());
    }

    private Optional<Direction> direction(Lab lab, OpenModel open, ArmList list, Monitor monitor) throws IOException {
        if (vector == null && pairs.pairs().isEmpty()) {
            if (list.needsVector()) {
                throw new BadInput("--vector", "is needed for the arms " + list + " (or --pairs to make one of)");
            }
            return Optional.empty();
        }
        Direction direction = vector == null
                ? lab.directions().of(open, pairs.spec(0), Optional.ofNullable(layer), monitor)
                : read(open);
        boolean behind = list.needsCovariance() && pairs.pairs().isPresent();
        return Optional.of(behind ? lab.directions().with(direction, open, pairs.spec(0), monitor) : direction);
    }

    private Direction read(OpenModel open) throws IOException {
        Path file = Optional.ofNullable(vector).orElseThrow();
        ModelConfig config = open.checkpoint().config();
        SteeringVectors vectors = VectorFiles.read(file).checkedFor(file.toString(), config.dModel(), config.layers());
        int at = layerOf(vectors);
        return new Direction(at, vectors.at(at), OptionalDouble.empty(), Optional.empty());
    }

    private int layerOf(SteeringVectors file) {
        if (layer != null) {
            return layer;
        }
        if (file.layers().size() > 1) {
            throw new BadInput(
                    "--layer",
                    "is needed: " + vector + " has vectors for layers "
                            + file.layers().first() + " to " + file.layers().last());
        }
        return file.layers().first();
    }

    private void print(SideBySideResult result) {
        if (output.isJson()) {
            output.print(result);
            return;
        }
        for (SideBySideResult.PromptResult prompt : result.prompts()) {
            output.line("> %s", prompt.prompt());
            for (SideBySideResult.ArmResult arm : prompt.arms()) {
                for (SideBySideResult.Sample sample : arm.samples()) {
                    output.line(
                            "[%s] KL %s, nll %s, trait %s, repeated %s%n%s%n",
                            arm.name(),
                            text(sample.klToNone()),
                            text(sample.nll()),
                            text(sample.traitScore()),
                            text(sample.fluency().repeated4()),
                            sample.text().strip());
                }
            }
        }
        if (result.letters() != null) {
            result.letters().forEach(this::print);
        }
    }

    private void print(LetterShift letters) {
        output.line(
                "[%s] letters %s over %d %s items, against none %s [%s, %s]",
                letters.arm(),
                text(letters.propensity()),
                letters.n(),
                letters.heldOut() ? "held-out" : "of the vector's own",
                text(letters.shift()),
                text(letters.low()),
                text(letters.high()));
    }

    private static String text(@Nullable Double value) {
        return value == null ? "-" : Numbers.text(value);
    }
}
