package org.vectorscope.lab;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.MemoryNeed;
import org.vectorscope.engine.NotEnoughMemory;
import org.vectorscope.engine.Precision;

/** Whether a model fits into this machine's memory, asked before it is loaded: afterwards the system ends the program. */
final class Room {
    /** What is surely asked of a model that is loaded: one text of this many tokens. */
    private static final int TOKENS = 64;

    /** From the finest on; float16 computes on a GPU only. */
    private static final List<Precision> COARSER = List.of(Precision.F32, Precision.F16W, Precision.W4);

    private Room() {}

    /** @throws NotEnoughMemory naming what it needs, what there is, and a precision that would do */
    static void check(Checkpoint checkpoint, Precision precision) {
        fault(
                        checkpoint.name(),
                        precision,
                        p -> needed(checkpoint, p),
                        MachineMemory.now().obtainable())
                .ifPresent(fault -> {
                    throw new NotEnoughMemory(fault, null);
                });
    }

    /** Bytes, with the least that is surely asked of it. */
    static long needed(Checkpoint checkpoint, Precision precision) {
        return MemoryNeed.of(checkpoint, 1, TOKENS, precision.bytesPerWeight()).total();
    }

    /** @param needed bytes, by precision @param available bytes */
    static Optional<String> fault(String name, Precision precision, ToLongFunction<Precision> needed, long available) {
        if (needed.applyAsLong(precision) <= available) {
            return Optional.empty();
        }
        String sentence = String.format(
                Locale.ROOT,
                "%s needs %.1f GB of memory in %s, and %.1f GB are free",
                name,
                needed.applyAsLong(precision) / 1e9,
                precision.title(),
                available / 1e9);
        return Optional.of(COARSER.stream()
                .filter(other -> other.bytesPerWeight() < precision.bytesPerWeight())
                .filter(other -> needed.applyAsLong(other) <= available)
                .findFirst()
                .map(other -> String.format(
                        Locale.ROOT,
                        "%s. With %s (%s) it needs %.1f GB.",
                        sentence,
                        other.title(),
                        other.word(),
                        needed.applyAsLong(other) / 1e9))
                .orElse(sentence + "."));
    }
}
