package org.vectorscope.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.file.BadInput;
import org.vectorscope.geometry.ActivationCloud;
import org.vectorscope.geometry.ActivationGeometry;
import org.vectorscope.job.Monitor;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Summary;

/** Where a vector sits among activations: those of its own pairs, or those of any text. */
public final class Geometries {
    /** Documents that go to the engine at once. */
    private static final int TOGETHER = 32;

    private static final long LARGEST_CORPUS = 256L << 20;

    private static final Cache.Form<ActivationGeometry> FORM = new GeometryForm();

    private final Cache cache;
    private final Vectors vectors;

    Geometries(Cache cache, Vectors vectors) {
        this.cache = cache;
        this.vectors = vectors;
    }

    /** Of the activations at the read tokens, both sides: n = 2 × pairs. */
    public Outcome<ActivationGeometry> ofPairs(OpenModel open, VectorSpec spec, int layer, Monitor monitor) {
        checkLayer(open, layer);
        ObjectNode recipe = Recipes.ofTexts(open, spec, vectors.render(open, spec, monitor))
                .put("layer", layer)
                .put("source", "pairs");
        int n = 2 * spec.set().pairs().size();
        Summary summary = new Summary("pairs · " + spec.set().name(), String.valueOf(layer), n)
                .using(vectors.key(open, spec, monitor));
        return cache.get(Kind.GEOMETRY, recipe, summary, FORM, () -> {
            monitor.progress("Covariance of " + n + " activations", 0, 0);
            return ActivationGeometry.ofPairs(
                    layer, vectors.activations(open, spec, monitor).value().rows(layer));
        });
    }

    /** Of every token but the first of each document; a text file with one document a line. */
    public Outcome<ActivationGeometry> ofCorpus(OpenModel open, Path corpus, int layer, Monitor monitor) {
        checkLayer(open, layer);
        List<int[]> documents = documents(open, corpus);
        ObjectNode recipe = Recipes.ofModel(open)
                .put("layer", layer)
                .put("source", "corpus")
                .put("corpus", String.valueOf(corpus.getFileName()))
                .put("idsSha256", Recipes.hash(documents));
        int n = documents.stream().mapToInt(ids -> ids.length - 1).sum();
        Summary summary = new Summary("corpus " + corpus.getFileName(), String.valueOf(layer), n);
        return cache.get(
                Kind.GEOMETRY,
                recipe,
                summary,
                new OfFile<>(FORM, corpus),
                () -> corpus(open, documents, layer, monitor));
    }

    private static ActivationGeometry corpus(OpenModel open, List<int[]> documents, int layer, Monitor monitor) {
        ActivationCloud cloud = new ActivationCloud(open.checkpoint().config().dModel());
        TreeSet<Integer> layers = new TreeSet<>(List.of(layer));
        for (int start = 0; start < documents.size(); start += TOGETHER) {
            monitor.progress("Reading " + documents.size() + " documents", start, documents.size());
            List<int[]> some = documents.subList(start, Math.min(start + TOGETHER, documents.size()));
            open.model()
                    .capture(
                            new CaptureRequest(some, layers, new CaptureRequest.From(1), false),
                            (text, at, position, values) -> cloud.add(values),
                            monitor.quiet());
        }
        return ActivationGeometry.ofCorpus(layer, cloud);
    }

    static List<int[]> documents(OpenModel open, Path corpus) {
        Tokenizer tokenizer = open.requireTokenizer();
        int longest = open.checkpoint().config().contextLength();
        List<int[]> documents = new ArrayList<>();
        for (String line : lines(corpus)) {
            int[] ids = tokenizer.encode(line, true).ids();
            if (ids.length > 1) {
                documents.add(ids.length > longest ? Arrays.copyOf(ids, longest) : ids);
            }
        }
        if (documents.stream().mapToInt(ids -> ids.length - 1).sum() < 2) {
            throw new BadInput(corpus, "has fewer than two tokens to read (the first of each line is left out)");
        }
        return documents;
    }

    private static List<String> lines(Path corpus) {
        try {
            long size = Files.size(corpus);
            if (size > LARGEST_CORPUS) {
                throw new BadInput(corpus, "is " + size + " bytes; a corpus may have " + LARGEST_CORPUS);
            }
            return Files.readAllLines(corpus);
        } catch (MalformedInputException e) {
            throw new BadInput(corpus, "is not UTF-8 text");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void checkLayer(OpenModel open, int layer) {
        int blocks = open.checkpoint().config().layers();
        if (layer < 0 || layer >= blocks) {
            throw new BadInput("--layer", layer + " is outside the model, whose layers are 0 to " + (blocks - 1));
        }
    }
}
