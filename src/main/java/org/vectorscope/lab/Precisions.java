package org.vectorscope.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.MemoryNeed;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.NotEnoughMemory;
import org.vectorscope.engine.Precision;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;
import org.vectorscope.job.Monitor;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Summary;
import org.vectorscope.study.Divergence;
import org.vectorscope.study.PrecisionCost;

/** What a precision costs: next-token distributions over a fixed text, beside those of float32. */
public final class Precisions {
    /** Most that the reference's logits may take; with a larger vocabulary the text is cut. */
    private static final long MOST = 200L << 20;

    private static final String TEXT = "precision.txt";
    private static final Cache.Form<PrecisionCost> FORM = Cache.json(PrecisionCost.class);

    private final Cache cache;
    private final Models models;

    Precisions(Cache cache, Models models) {
        this.cache = cache;
        this.models = models;
    }

    /**
     * Computes the text in float32 and in the precision. Of the two, the model itself serves where it is one; the other
     * is loaded for this beside it, and given back.
     *
     * @throws NotEnoughMemory where there is no room beside the model
     * @throws BadInput for float32 itself, and for a checkpoint without a tokenizer
     */
    public Outcome<PrecisionCost> measure(OpenModel open, Precision precision, Monitor monitor) {
        if (precision == Precision.F32) {
            throw new BadInput("precision", "float32 is what the others are held against");
        }
        int[] ids = ids(open.checkpoint(), open.requireTokenizer());
        return cache.get(
                Kind.PRECISION,
                recipe(open.checkpoint(), precision, ids),
                new Summary("What " + precision.title() + " costs", "", ids.length),
                FORM,
                () -> compare(open, precision, ids, monitor));
    }

    /** The same where it is known already. */
    public Optional<PrecisionCost> known(Checkpoint checkpoint, Precision precision) {
        return checkpoint
                .tokenizer()
                .map(tokenizer -> recipe(checkpoint, precision, ids(checkpoint, tokenizer)))
                .flatMap(recipe -> cache.find(Kind.PRECISION, recipe, FORM))
                .map(Outcome::value);
    }

    private static ObjectNode recipe(Checkpoint checkpoint, Precision precision, int[] ids) {
        return Json.mapper()
                .createObjectNode()
                .put("model", checkpoint.name())
                .put("fingerprint", checkpoint.fingerprint())
                .put("dtype", precision.word())
                .put("reference", Precision.F32.word())
                .put("n", ids.length)
                .put("idsSha256", Recipes.hash(List.of(ids)));
    }

    private static int[] ids(Checkpoint checkpoint, Tokenizer tokenizer) {
        int[] ids = tokenizer.encode(text(), true).ids();
        long row = (long) Float.BYTES * checkpoint.config().vocabulary();
        return Arrays.copyOf(ids, (int) Math.min(ids.length, Math.max(2, MOST / row)));
    }

    private static String text() {
        try (InputStream text = Objects.requireNonNull(Precisions.class.getResourceAsStream(TEXT), TEXT)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PrecisionCost compare(OpenModel open, Precision precision, int[] ids, Monitor monitor) {
        float[][] reference = new float[ids.length][];
        logits(open, Precision.F32, ids, (position, values) -> reference[position] = values, monitor);
        double[] kl = new double[ids.length];
        boolean[] same = new boolean[ids.length];
        logits(
                open,
                precision,
                ids,
                (position, values) -> {
                    kl[position] = Divergence.kl(reference[position], values);
                    same[position] = likeliest(reference[position]) == likeliest(values);
                },
                monitor);
        return PrecisionCost.of(kl, same);
    }

    private void logits(
            OpenModel open, Precision precision, int[] ids, BiConsumer<Integer, float[]> taker, Monitor monitor) {
        if (open.precision() == precision) {
            capture(open.model(), ids, taker, monitor);
            return;
        }
        checkRoom(open.checkpoint(), precision, ids.length);
        try (OpenModel other = models.open(open.checkpoint().path(), precision, monitor)) {
            capture(other.model(), ids, taker, monitor);
        }
    }

    private static void checkRoom(Checkpoint checkpoint, Precision precision, int tokens) {
        long needed = MOST
                + MemoryNeed.of(checkpoint, 1, tokens, precision.bytesPerWeight())
                        .total();
        long free = MachineMemory.now().available();
        if (needed > free) {
            throw new NotEnoughMemory(
                    String.format(
                            java.util.Locale.ROOT,
                            "%s a second time, in %s, needs %.1f GB, and %.1f GB are free.",
                            checkpoint.name(),
                            precision.title(),
                            needed / 1e9,
                            free / 1e9),
                    null);
        }
    }

    private static void capture(LanguageModel model, int[] ids, BiConsumer<Integer, float[]> taker, Monitor monitor) {
        CaptureSink sink = new CaptureSink() {
            @Override
            public void residual(int text, int layer, int position, float[] values) {}

            @Override
            public void logits(int text, int position, float[] values) {
                taker.accept(position, values);
            }
        };
        model.capture(
                new CaptureRequest(List.of(ids), new TreeSet<>(), new CaptureRequest.From(0), true), sink, monitor);
    }

    private static int likeliest(float[] logits) {
        return IntStream.range(0, logits.length)
                .reduce((a, b) -> logits[b] > logits[a] ? b : a)
                .orElseThrow();
    }
}
