package org.vectorscope.engine;

import java.util.List;
import java.util.SortedSet;

/**
 * Residuals (and logits, where asked for) of many texts, read at chosen layers and positions only. Texts that begin
 * alike are computed once for the part they share.
 *
 * @param texts each [t], token ids
 * @param layers layers whose {@code resid_post} is wanted; {@link #EMBEDDINGS} is what enters block 0
 * @param positions where to read, per text
 * @param logits which logits are wanted at the same positions
 * @param steering one per text, or empty for none; positions are steered as prompt up to {@code promptLengths}
 * @param promptLengths one per text, or empty: the whole text is prompt
 */
public record CaptureRequest(
        List<int[]> texts,
        SortedSet<Integer> layers,
        Positions positions,
        Logits logits,
        List<Steering> steering,
        List<Integer> promptLengths) {
    public static final int EMBEDDINGS = -1;

    /** @param logits whether logits of the whole vocabulary are wanted */
    public CaptureRequest(
            List<int[]> texts,
            SortedSet<Integer> layers,
            Positions positions,
            boolean logits,
            List<Steering> steering,
            List<Integer> promptLengths) {
        this(texts, layers, positions, logits ? new Vocabulary() : new NoLogits(), steering, promptLengths);
    }

    /** @param logits whether logits of the whole vocabulary are wanted */
    public CaptureRequest(List<int[]> texts, SortedSet<Integer> layers, Positions positions, boolean logits) {
        this(texts, layers, positions, logits, List.of(), List.of());
    }

    public sealed interface Logits {}

    public record NoLogits() implements Logits {}

    /** Of every token there is. */
    public record Vocabulary() implements Logits {}

    /** Of these tokens, in this order: what a choice between answers needs, at no cost of the output head. */
    public record Of(int... ids) implements Logits {}

    public sealed interface Positions {}

    /** Every position from {@code first} on (0 for all, 1 for all but the first token). */
    public record From(int first) implements Positions {}

    /** One position, counted from the end: −1 is the last token. */
    public record FromEnd(int offset) implements Positions {}

    /** These positions of each text, ascending, from 0. */
    public record Listed(List<int[]> perText) implements Positions {}
}
