package org.vectorscope.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.ChatTemplate;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.Message;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.contrast.RenderedText;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.contrast.Templating;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.Precision;
import org.vectorscope.file.BadInput;

/**
 * A model in use: what is on disk, and the engine that runs it. The weights are read when the engine is first asked
 * for, so that an answer from the cache costs no load.
 */
public final class OpenModel implements AutoCloseable {
    private final String reference;
    private final Checkpoint checkpoint;
    private final Precision precision;
    private final Supplier<LanguageModel> loader;
    private @Nullable LanguageModel model;

    OpenModel(String reference, Checkpoint checkpoint, Precision precision, Supplier<LanguageModel> loader) {
        this.reference = reference;
        this.checkpoint = checkpoint;
        this.precision = precision;
        this.loader = loader;
    }

    public String name() {
        return checkpoint.name();
    }

    /** What {@code --model} took: a path, a name, or {@code starter}. */
    public String reference() {
        return reference;
    }

    /** Where the weights come from, for people: {@code GGUF Q4_1}. */
    public String source() {
        return checkpoint.format() + " " + checkpoint.storedAs();
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** How it computes or will compute. */
    public Precision precision() {
        return precision;
    }

    /** Bytes that it takes, or would take in another precision, with the least that is surely asked of it. */
    public long needs(Precision other) {
        return Room.needed(checkpoint, other);
    }

    /** The precision's word, part of every cache key. */
    public String dtype() {
        return precision.word();
    }

    /** {@code " --dtype bf16"}; empty for float32, which commands take by themselves. */
    public String dtypeOption() {
        return precision == Precision.F32 ? "" : " --dtype " + dtype();
    }

    public synchronized boolean isLoaded() {
        return model != null;
    }

    /** Loads the weights on the first call. */
    public synchronized LanguageModel model() {
        if (model == null) {
            model = loader.get();
        }
        return model;
    }

    /** Gives back the weights' memory; the next {@link #model()} reads them again. */
    public synchronized void release() {
        if (model != null) {
            model.close();
            model = null;
        }
    }

    /** @throws BadInput for a checkpoint made of weights only */
    public Tokenizer requireTokenizer() {
        return checkpoint
                .tokenizer()
                .orElseThrow(() -> new BadInput(checkpoint.path(), "has no tokenizer; give --ids instead of text"));
    }

    public Optional<ChatTemplate> template() {
        return checkpoint.chatTemplate();
    }

    /** Ids of a whole chat up to where the answer begins. */
    public int[] chatIds(List<Message> messages) {
        ChatTemplate template =
                template().orElseThrow(() -> new BadInput(checkpoint.path(), "has no chat template; use --text"));
        return requireTokenizer().encode(template.render(messages, true), false).ids();
    }

    public Templating templating(TemplateChoice choice, Optional<String> system) {
        return new Templating(requireTokenizer(), template(), choice, system);
    }

    /** One user turn up to where the answer begins. */
    public RenderedText prompt(String user, TemplateChoice choice, Optional<String> system) {
        return templating(choice, system).prompt(user);
    }

    @Override
    public synchronized void close() {
        release();
        checkpoint.tokenizer().ifPresent(Tokenizer::close);
        checkpoint.close();
    }
}
