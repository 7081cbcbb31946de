package org.vectorscope.ui.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.Checkpoints;
import org.vectorscope.checkpoint.MemoryNeed;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.checkpoint.hub.ModelEntry;
import org.vectorscope.checkpoint.hub.ModelOrigin;
import org.vectorscope.engine.Precision;
import org.vectorscope.lab.Precisions;
import org.vectorscope.study.PrecisionCost;
import org.vectorscope.ui.common.Formats;

/**
 * A model that is opened to be looked at: its weights are not read.
 *
 * @param costs what precisions cost, where that was measured before
 * @param reader of which costs and tokenizer are, which take a while: this checkpoint, or that of the same model where it
 *     is loaded; empty until then
 */
record ModelDetails(
        ModelEntry entry,
        Checkpoint checkpoint,
        Map<Precision, PrecisionCost> costs,
        Optional<String> licence,
        Optional<ModelOrigin> origin,
        TemplatePreview template,
        Optional<Tokenizer> tokenizer,
        Optional<Checkpoint> reader)
        implements AutoCloseable {

    /** A name and what it is. */
    record Fact(String name, String value) {}

    /** What its headers say; the rest is for {@link #whole(Precisions)}. */
    static ModelDetails open(ModelEntry entry) throws IOException {
        Checkpoint checkpoint = Checkpoints.open(entry.path());
        try {
            Optional<ModelOrigin> origin = ModelOrigin.of(entry.path());
            return new ModelDetails(
                    entry,
                    checkpoint,
                    Map.of(),
                    checkpoint.licence().or(() -> origin.map(ModelOrigin::licence)
                            .filter(text -> !text.isBlank())),
                    origin,
                    TemplatePreview.of(checkpoint.chatTemplate()),
                    Optional.empty(),
                    Optional.empty());
        } catch (RuntimeException | Error e) {
            checkpoint.close();
            throw e;
        }
    }

    /** The same with everything; closing either closes both, but never the reader. */
    ModelDetails whole(Precisions precisions, Checkpoint from) {
        return new ModelDetails(
                entry,
                checkpoint,
                known(from, precisions),
                licence,
                origin,
                template,
                from.tokenizer(),
                Optional.of(from));
    }

    /** The same without what the reader gave. */
    ModelDetails headers() {
        return new ModelDetails(
                entry, checkpoint, Map.of(), licence, origin, template, Optional.empty(), Optional.empty());
    }

    private static Map<Precision, PrecisionCost> known(Checkpoint checkpoint, Precisions precisions) {
        Map<Precision, PrecisionCost> known = new EnumMap<>(Precision.class);
        for (Precision precision : PrecisionViewModel.OFFERED) {
            precisions.known(checkpoint, precision).ifPresent(cost -> known.put(precision, cost));
        }
        return known;
    }

    MemoryNeed memory(Precision precision) {
        return MemoryNeed.of(checkpoint, ModelEntry.ROWS, ModelEntry.TOKENS, precision.bytesPerWeight());
    }

    /** @param precision it computes in, or will */
    List<Fact> facts(Precision precision) {
        ModelConfig config = checkpoint.config();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Family", config.family()));
        facts.add(new Fact("Parameters", parameters(checkpoint.parameters())));
        facts.add(new Fact("Blocks", Formats.count(config.layers())));
        facts.add(new Fact("d_model", Formats.count(config.dModel())));
        facts.add(new Fact("Heads", config.heads() + " q · " + config.kvHeads() + " kv"));
        facts.add(new Fact("d_head", Formats.count(config.headDim())));
        facts.add(new Fact("Vocabulary", Formats.count(config.vocabulary())));
        facts.add(new Fact("Context", Formats.count(config.contextLength(), "token", "tokens")));
        facts.add(new Fact("Embeddings", config.tied() ? "tied to the output" : "apart from the output"));
        facts.add(new Fact("Licence", licence.orElse("not said")));
        facts.add(new Fact("File", checkpoint.storedAs() + " · " + Formats.bytes(checkpoint.bytesOnDisk())));
        facts.add(new Fact(
                "Computes in",
                precision.word() + " · " + Formats.bytes(memory(precision).weights())));
        return facts;
    }

    static String parameters(long count) {
        return count >= 1_000_000_000L ? Formats.two(count / 1e9) + " B" : Formats.one(count / 1e6) + " M";
    }

    /** For people: where it is from. */
    String source() {
        String place = entry.source().words().toLowerCase(Locale.ROOT);
        return origin.map(from -> place + " (" + from.source() + ")").orElse(place);
    }

    @Override
    public void close() {
        checkpoint.close();
    }
}
