package org.vectorscope.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.contrast.Templating;
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
    private static final int NEW_TOKENS = 64;

    private final OpenModel open;
    private final LanguageModel model;
    private final Monitor monitor;

    public BenchJobs(OpenModel open, Monitor monitor) {
        this.open = open;
        this.model = open.model();
        this.monitor = monitor;
    }

    /** In the order in which they are run. @param pairs without them there is no extraction job */
    public Map<String, Runnable> all(Optional<ContrastSet> pairs) {
        Map<String, Runnable> jobs = new LinkedHashMap<>();
        jobs.put("forward-1x512", forward(1));
        jobs.put("forward-8x512", forward(8));
        jobs.put("decode-1", decode(1));
        jobs.put("decode-8", decode(8));
        pairs.ifPresent(set -> jobs.put("extract-200", extract(set)));
        jobs.put("arms-8x64", arms());
        pairs.ifPresent(set -> jobs.put("sweep-7x50", new SweepJob(open, set, SYSTEM, monitor)));
        jobs.put("spectrum-2304", new SpectrumJob());
        return jobs;
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
    private Runnable extract(ContrastSet set) {
        ContrastSet first = set.first(OptionalInt.of(200));
        Templating templating = open.templating(TemplateChoice.AUTO, Optional.of(SYSTEM));
        TreeSet<Integer> layers =
                IntStream.range(0, model.config().layers()).boxed().collect(Collectors.toCollection(TreeSet::new));
        return () -> {
            Rendered rendered = templating.render(first, OptionalInt.of(-2), monitor);
            PairActivations read =
                    PairActivations.capture(model, rendered.texts(), rendered.readPositions(), layers, monitor);
            Extraction.vectors(read, ExtractionMethod.MEAN, monitor);
        };
    }

    /** None, v, −v, three v + orthogonal, two random of one prompt, sampled. */
    private Runnable arms() {
        int[] prompt =
                open.prompt(HOTEL, TemplateChoice.AUTO, Optional.of(SYSTEM)).ids();
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

    private static float[] gaussian(Random random, int d) {
        float[] x = new float[d];
        for (int i = 0; i < d; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return x;
    }

    private static final CaptureSink NOTHING = (text, layer, position, values) -> {};
}
