package org.vectorscope.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import org.vectorscope.job.Monitor;

/**
 * What must hold of a loaded model whatever its weights: that sharing, batching, caching and steering do not change
 * what they should not. Errors are the largest ‖a − b‖ / ‖b‖ over residuals of the last layer, unless told.
 */
public final class SelfChecks {
    /** float32 through all layers, in two orders of summation; random tokens are the worst case. */
    private static final double TOLERANCE = 2e-4;

    private static final int LENGTH = 12;
    private static final int TOKENS = 6;

    private final LanguageModel model;
    private final Monitor monitor;
    private final int last;
    private final int middle;
    private final int[] text;
    private final int[] other;
    private final float[] vector;

    private SelfChecks(LanguageModel model, Monitor monitor) {
        this.model = model;
        this.monitor = monitor;
        this.last = model.config().layers() - 1;
        this.middle = last / 2;
        Random random = new Random(17);
        int length = Math.min(LENGTH, model.config().contextLength() - TOKENS);
        this.text = random.ints(length, 0, model.config().vocabulary()).toArray();
        this.other = text.clone();
        other[length - 1] = (text[length - 1] + 1) % model.config().vocabulary();
        this.vector = new float[model.config().dModel()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
    }

    /** Takes a second or two on a small model. */
    public static List<SelfCheck> run(LanguageModel model, Monitor monitor) {
        SelfChecks checks = new SelfChecks(model, monitor);
        Map<String, DoubleSupplier> all = Map.of(
                "Strength 0 changes nothing", checks::strengthZero,
                "A text in a batch is what it is alone", checks::batch,
                "A shared beginning changes nothing", checks::sharedBeginning,
                "Later tokens change nothing before them", checks::causality,
                "A vector is added where it is said to be", checks::place,
                "Steering joins the unsteered text where it begins", checks::joining,
                "Steering of generated tokens leaves the prompt alone", checks::promptAlone,
                "Generating with a cache is what a fresh pass says", checks::cache,
                "The distance of a model to itself is 0 nats", checks::distance);
        List<SelfCheck> results = new ArrayList<>();
        new TreeMap<>(all).forEach((name, check) -> {
            monitor.progress("Checking the engine", results.size(), all.size());
            results.add(new SelfCheck(name, check.getAsDouble(), TOLERANCE));
        });
        return results;
    }

    private record Key(int text, int layer, int position) {}

    private record Steered(int[] ids, Steering steering, int prompt) {}

    private static Steered plain(int... ids) {
        return new Steered(ids, Steering.NONE, ids.length);
    }

    private Steering push(int layer, float scale, TokenRange where) {
        float[] scaled = vector.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= scale;
        }
        return new Steering(List.of(new Steering.Push(layer, scaled, where)));
    }

    private Map<Key, float[]> read(Steered... texts) {
        Map<Key, float[]> read = new HashMap<>();
        List<Steered> all = Arrays.asList(texts);
        CaptureRequest request = new CaptureRequest(
                all.stream().map(Steered::ids).toList(),
                new TreeSet<>(List.of(middle, last)),
                new CaptureRequest.From(0),
                false,
                all.stream().map(Steered::steering).toList(),
                all.stream().map(Steered::prompt).toList());
        model.capture(request, (t, layer, position, values) -> read.put(new Key(t, layer, position), values), monitor);
        return read;
    }

    /** Largest relative distance of two texts' residuals over positions {@code from} to {@code to}. */
    private double error(Map<Key, float[]> a, int textA, Map<Key, float[]> b, int textB, int layer, int from, int to) {
        double worst = 0;
        for (int position = from; position < to; position++) {
            float[] x = residual(a, textA, layer, position);
            float[] y = residual(b, textB, layer, position);
            worst = Math.max(worst, distance(x, y) / norm(y));
        }
        return worst;
    }

    private static float[] residual(Map<Key, float[]> read, int text, int layer, int position) {
        float[] found = read.get(new Key(text, layer, position));
        if (found == null) {
            throw new EngineFailure("a residual that was asked for was not read");
        }
        return found;
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static double norm(float[] a) {
        return distance(a, new float[a.length]);
    }

    private double strengthZero() {
        Map<Key, float[]> read = read(plain(text), new Steered(text, push(middle, 0, TokenRange.ALL), text.length));
        return error(read, 1, read, 0, last, 0, text.length);
    }

    private double batch() {
        int[] reversed = new int[text.length];
        Arrays.setAll(reversed, i -> text[text.length - 1 - i]);
        return error(read(plain(reversed), plain(text)), 1, read(plain(text)), 0, last, 0, text.length);
    }

    private double sharedBeginning() {
        return error(read(plain(text), plain(other)), 1, read(plain(other)), 0, last, 0, text.length);
    }

    private double causality() {
        return error(read(plain(other)), 0, read(plain(text)), 0, last, 0, text.length - 1);
    }

    private double place() {
        Map<Key, float[]> read =
                read(plain(text), new Steered(text, push(middle, 1, TokenRange.FROM_LAST), text.length));
        float[] moved = residual(read, 1, middle, text.length - 1).clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= vector[i];
        }
        float[] unmoved = residual(read, 0, middle, text.length - 1);
        return Math.max(distance(moved, unmoved) / norm(unmoved), error(read, 1, read, 0, last, 0, text.length - 1));
    }

    private double joining() {
        Steered steered = new Steered(text, push(middle, 1, TokenRange.FROM_LAST), text.length - 2);
        return error(read(plain(text), steered), 1, read(steered), 0, last, 0, text.length);
    }

    private double promptAlone() {
        int prompt = text.length - 3;
        Steered steered = new Steered(text, push(0, 1, TokenRange.GENERATED), prompt);
        return error(read(steered), 0, read(plain(text)), 0, last, 0, prompt);
    }

    /** Cosines of the probe while generating against those of a capture of the finished text. */
    private double cache() {
        Steering steering = push(middle, 1, TokenRange.FROM_LAST);
        GenerationResult.Row row = generate(steering, false);
        int[] whole = Arrays.copyOf(text, text.length + TOKENS);
        System.arraycopy(row.ids(), 0, whole, text.length, TOKENS);
        Map<Key, float[]> fresh = read(new Steered(whole, steering, text.length));
        double worst = 0;
        for (int i = 0; i < TOKENS; i++) {
            float[] residual = residual(fresh, 0, last, text.length - 1 + i);
            double dot = 0;
            for (int j = 0; j < vector.length; j++) {
                dot += (double) residual[j] * vector[j];
            }
            worst = Math.max(worst, Math.abs(row.probes()[i] - dot / norm(residual) / norm(vector)));
        }
        return worst;
    }

    /** KL(model + 0 · v ‖ model) and the difference of the two surprises, nats. */
    private double distance() {
        GenerationResult.Row row = generate(push(middle, 0, TokenRange.FROM_LAST), true);
        GenerationResult.Row none = generate(Steering.NONE, true);
        double surprise = Math.abs(row.nll().orElse(Double.NaN) - none.nll().orElse(Double.NaN));
        return Math.max(row.klToNone().orElse(Double.NaN), surprise);
    }

    private GenerationResult.Row generate(Steering steering, boolean compare) {
        GenerationRequest request = new GenerationRequest(
                List.of(text),
                List.of(new GenerationRequest.Row(0, 0, steering)),
                new Sampling(0, 1, TOKENS, 0, true),
                Optional.of(new GenerationRequest.Probe(last, vector)),
                compare);
        return model.generate(request, GenerationListener.NONE, monitor).rows().getFirst();
    }
}
