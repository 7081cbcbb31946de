package org.vectorscope.checkpoint;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vectorscope.checkpoint.container.ElementType;
import org.vectorscope.checkpoint.container.FourBit;
import org.vectorscope.checkpoint.container.MappedPages;
import org.vectorscope.checkpoint.container.SixteenBit;
import org.vectorscope.checkpoint.container.TensorFile;
import org.vectorscope.checkpoint.family.Architecture;
import org.vectorscope.file.BadInput;

/** The one kind of checkpoint there is once its files are read. What takes time is done when first asked for. */
final class OpenCheckpoint implements Checkpoint {
    private final Origin origin;
    private final Architecture architecture;
    private final Map<String, ModelTensor> tensors;
    private final Lazy<Optional<Tokenizer>> tokenizer;
    private final Lazy<Optional<ChatTemplate>> chatTemplate;
    private final Lazy<String> fingerprint;
    private final List<? extends TensorFile> files;

    OpenCheckpoint(
            Origin origin,
            Architecture architecture,
            Map<String, ModelTensor> tensors,
            Supplier<Optional<Tokenizer>> tokenizer,
            Supplier<Optional<ChatTemplate>> chatTemplate,
            List<? extends TensorFile> files) {
        this.origin = origin;
        this.architecture = architecture;
        this.tensors = tensors;
        this.tokenizer = new Lazy<>(tokenizer);
        this.chatTemplate = new Lazy<>(chatTemplate);
        this.fingerprint = new Lazy<>(() -> Fingerprint.of(architecture, tensors));
        this.files = files;
    }

    @Override
    public Path path() {
        return origin.path();
    }

    @Override
    public String name() {
        return origin.name();
    }

    @Override
    public Architecture architecture() {
        return architecture;
    }

    @Override
    public String fingerprint() {
        return fingerprint.get();
    }

    /** The type most of the numbers have. */
    @Override
    public String storedAs() {
        Map<ElementType, Long> numbers = tensors.values().stream()
                .map(ModelTensor::stored)
                .collect(Collectors.groupingBy(t -> t.type(), Collectors.summingLong(t -> t.elements())));
        return numbers.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(entry -> entry.getKey().name())
                .orElse("");
    }

    @Override
    public String format() {
        return origin.format();
    }

    @Override
    public long bytesOnDisk() {
        return origin.bytes();
    }

    @Override
    public long parameters() {
        return tensors.values().stream().mapToLong(t -> t.stored().elements()).sum();
    }

    @Override
    public Optional<String> licence() {
        return origin.licence();
    }

    @Override
    public boolean has(String tensor) {
        return tensors.containsKey(tensor);
    }

    @Override
    public long[] shape(String tensor) {
        return named(tensor).shape().stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public ByteBuffer float32(String tensor, Arena arena) {
        return named(tensor).float32(arena);
    }

    @Override
    public ByteBuffer float32(String tensor, long from, long to, Arena arena) {
        return named(tensor).float32(from, to, arena);
    }

    @Override
    public boolean quantised(String tensor) {
        return named(tensor).stored().type().blockElements() > 1;
    }

    @Override
    public Optional<FourBit> fourBit(String tensor, Arena arena) {
        return named(tensor).fourBit(arena);
    }

    @Override
    public Optional<SixteenBit> sixteenBit(String tensor) {
        return named(tensor).sixteenBit();
    }

    @Override
    public void copied(String tensor) {
        MappedPages.giveBack(named(tensor).stored().data());
    }

    @Override
    public float[] row(String tensor, int row) {
        return named(tensor).row(row);
    }

    @Override
    public Optional<Tokenizer> tokenizer() {
        return tokenizer.get();
    }

    @Override
    public Optional<ChatTemplate> chatTemplate() {
        return chatTemplate.get();
    }

    @Override
    public void close() {
        tokenizer.ifMade(made -> made.ifPresent(Tokenizer::close));
        files.forEach(TensorFile::close);
    }

    private ModelTensor named(String tensor) {
        ModelTensor found = tensors.get(tensor);
        if (found == null) {
            throw new BadInput(path(), "has no tensor '" + tensor + "'");
        }
        return found;
    }
}
