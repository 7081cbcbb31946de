package org.vectorscope.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;
import org.vectorscope.engine.GenerationListener;
import org.vectorscope.engine.GenerationRequest;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.Steering;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.geometry.Perturbations;
import org.vectorscope.geometry.Rows;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.vector.Extraction;
import org.vectorscope.vector.ExtractionMethod;
import org.vectorscope.vector.PairActivations;

/** The jobs by name. Every workload is fixed, so that seconds compare between versions and with other programs. */
public final class BenchJobs {
    private static final String SYSTEM = "You are a helpful, honest and concise assistant.";
    private static final String HOTEL = "Write a short review of the hotel where you stayed.";
    private static final String FOX = "The quick brown fox jumps over the lazy dog.";
    private static final int NEW_TOKENS = 64;
    private static final int ARMS = 8;

    /** How often the peer repeats a job. */
    private static final int QUICK = 3;

    private static final int SLOW = 1;

    private final OpenModel open;
    private final LanguageModel model;
    private final Monitor monitor;

    public BenchJobs(OpenModel open, Monitor monitor) {
        this.open = open;
        this.model = open.model();
        this.monitor = monitor;
    }

    /** In the order in which they are run. @param pairs without them there is no extraction and no sweep */
    public List<BenchJob> all(Optional<ContrastSet> pairs) {
        Loads loads = new Loads(open.checkpoint(), model.dtype());
        List<BenchJob> jobs = new ArrayList<>();
        for (int rows : new int[] {1, 8}) {
            Load load = loads.blocks(loads.layers(), 1, 512.0 * rows, 256).plus(loads.head(1, rows));
            jobs.add(new BenchJob("forward-" + rows + "x512", forward(rows), QUICK, () -> load));
        }
        for (int rows : new int[] {1, 8}) {
            jobs.add(new BenchJob(
                    "decode-" + rows, decode(rows), QUICK, () -> loads.decode(rows, 64, rows, NEW_TOKENS)));
        }
        pairs.ifPresent(set -> jobs.add(extract(set, loads)));
        int[] hotel =
                open.prompt(HOTEL, TemplateChoice.AUTO, Optional.of(SYSTEM)).ids();
        jobs.add(new BenchJob("arms-8x64", arms(hotel), SLOW, () -> loads.decode(ARMS, hotel.length, 1, NEW_TOKENS)));
        pairs.ifPresent(set -> jobs.add(new BenchJob(
                "sweep-7x50",
                new SweepJob(open, set, SYSTEM, monitor),
                SLOW,
                () -> SweepJob.load(loads, rendered(set.first(OptionalInt.of(50)))))));
        jobs.add(jacobian(loads));
        SpectrumJob spectrum = new SpectrumJob();
        jobs.add(new BenchJob("spectrum-2304", spectrum, QUICK, spectrum::load));
        return jobs;
    }

    private BenchJob jacobian(Loads loads) {
        int[] prompt = open.requireTokenizer().encode(FOX, true).ids();
        int layer = model.config().layers() / 2;
        return new BenchJob(
                "jacobian-1000",
                new JacobianJob(model, prompt, layer, monitor),
                QUICK,
                () -> JacobianJob.load(loads, model.config().dModel(), prompt.length, layer));
    }

    /** Logits of the last position of B rows of 512 ids. */
    private Runnable forward(int rows) {
        List<int[]> texts = randomIds(rows, 512);
        CaptureRequest request = new CaptureRequest(texts, new TreeSet<>(), new CaptureRequest.FromEnd(-1), true);
        return () -> model.capture(request, NOTHING, monitor);
    }

    private Runnable decode(int rows) {
        List<GenerationRequest.Row> all = IntStream.range(0, rows)
                .mapToObj(row -> new GenerationRequest.Row(row, 0, Steering.NONE))
                .toList();
        return generation(randomIds(rows, 64), all, 0);
    }

    /** Mean-difference vectors of all layers from the first 200 pairs, read at token −2. */
    private BenchJob extract(ContrastSet set, Loads loads) {
        ContrastSet first = set.first(OptionalInt.of(200));
        TreeSet<Integer> layers =
                IntStream.range(0, model.config().layers()).boxed().collect(Collectors.toCollection(TreeSet::new));
        Runnable work = () -> {
            Rendered rendered = rendered(first);
            PairActivations read =
                    PairActivations.capture(model, rendered.texts(), rendered.readPositions(), layers, monitor);
            Extraction.vectors(read, ExtractionMethod.MEAN, monitor);
        };
        return new BenchJob(
                "extract-200", work, SLOW, () -> loads.texts(rendered(first).texts()));
    }

    private Rendered rendered(ContrastSet set) {
        return open.templating(TemplateChoice.AUTO, Optional.of(SYSTEM)).render(set, OptionalInt.of(-2), monitor);
    }

    /** None, v, −v, three v + orthogonal, two random of one prompt, sampled. */
    private Runnable arms(int[] prompt) {
        float[] v = gaussian(new Random(0), model.config().dModel());
        List<float[]> vectors = new ArrayList<>();
        vectors.add(new float[v.length]);
        vectors.add(v);
        vectors.add(Rows.scaled(v, -1));
        Perturbations draws = new Perturbations(0);
        for (int draw = 1; draw <= 3; draw++) {
            vectors.add(Rows.sum(v, draws.orthogonal(v, draw)));
        }
        vectors.add(draws.random(v, 1));
        vectors.add(draws.random(v, 2));
        int layer = model.config().layers() / 2;
        List<GenerationRequest.Row> rows = vectors.stream()
                .map(w -> new GenerationRequest.Row(0, 0, steering(layer, w)))
                .toList();
        return generation(List.of(prompt), rows, 0.8);
    }

    private Runnable generation(List<int[]> prompts, List<GenerationRequest.Row> rows, double temperature) {
        Sampling sampling = new Sampling(temperature, 1, NEW_TOKENS, 0, true);
        GenerationRequest request = new GenerationRequest(prompts, rows, sampling, Optional.empty(), false);
        return () -> model.generate(request, GenerationListener.NONE, monitor);
    }

    private static Steering steering(int layer, float[] vector) {
        return new Steering(List.of(new Steering.Push(layer, vector, TokenRange.FROM_LAST)));
    }

    private List<int[]> randomIds(int rows, int length) {
        Random random = new Random(0);
        int vocabulary = model.config().vocabulary();
        return IntStream.range(0, rows)
                .mapToObj(row -> random.ints(length, 10, vocabulary - 10).toArray())
                .toList();
    }

    static float[] unit(Random random, int d) {
        float[] x = gaussian(random, d);
        return Rows.scaled(x, 1 / Rows.norm(x));
    }

    private static float[] gaussian(Random random, int d) {
        float[] x = new float[d];
        for (int i = 0; i < d; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return x;
    }

    private static final CaptureSink NOTHING = (text, layer, position, values) -> {};
}
