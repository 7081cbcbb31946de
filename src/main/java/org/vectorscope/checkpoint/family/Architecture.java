package org.vectorscope.checkpoint.family;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vectorscope.checkpoint.ModelConfig;

/**
 * What is computed with a checkpoint's tensors: a family's program, and the tensors and numbers its methods take.
 *
 * @param program name of the program's text in the engine's resources
 * @param embedding the table of the tokens' embeddings, [vocabulary, d_model]
 * @param positions the table of learned positions, [context, d_model], added to the embeddings
 * @param blocks per layer what {@code block} takes
 * @param head what {@code norm} and {@code head} take
 */
public record Architecture(
        ModelConfig config,
        String program,
        Part embedding,
        Optional<Part> positions,
        List<List<Slot>> blocks,
        List<Slot> head) {
    /** Every tensor once, in the order of use. */
    public List<Part> parts() {
        Stream<Slot> slots = Stream.concat(blocks.stream().flatMap(List::stream), head.stream());
        return Stream.concat(Stream.concat(Stream.of(embedding), positions.stream()), slots.flatMap(Slot::parts))
                .distinct()
                .toList();
    }

    /** The output head, [vocabulary, d_model]; the embedding where they are tied. */
    public Part headTable() {
        return head.stream()
                .filter(Slot.Linear.class::isInstance)
                .map(slot -> ((Slot.Linear) slot).matrices().getFirst())
                .findFirst()
                .orElseThrow();
    }

    public Architecture withStopIds(List<Integer> ids) {
        return new Architecture(config.withStopIds(ids), program, embedding, positions, blocks, head);
    }
}
