package org.vectorscope.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.MemoryNeed;
import org.vectorscope.engine.EngineFailure;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.MachineSpeed;
import org.vectorscope.engine.NotEnoughMemory;
import org.vectorscope.engine.Precision;
import org.vectorscope.engine.torch.TorchModels;
import org.vectorscope.engine.torch.TorchRuntime;
import org.vectorscope.engine.torch.runtime.DeviceChoice;
import org.vectorscope.engine.torch.runtime.Driver;
import org.vectorscope.engine.torch.runtime.FoundRuntime;
import org.vectorscope.engine.torch.runtime.PytorchFolder;
import org.vectorscope.engine.torch.runtime.RuntimePlan;
import org.vectorscope.engine.torch.runtime.RuntimeSearch;
import org.vectorscope.engine.torch.runtime.RuntimeSettings;
import org.vectorscope.engine.torch.runtime.RuntimeTrial;
import org.vectorscope.engine.torch.runtime.TorchLibrary;
import org.vectorscope.job.Monitor;

/**
 * What models are computed with: which libtorch, on which device. Whatever is wrong with a GPU is told in one sentence,
 * and the CPU goes on. One libtorch can be loaded in the life of a process; another one needs a restart.
 */
public final class Compute implements AutoCloseable {
    /** A batch of this size is what the memory must hold beside the weights. */
    private static final int ROWS = 8;

    private static final int TOKENS = 512;

    private final Path folder;
    private final Consumer<String> notices;
    /** Held while a model is read; whoever only asks or chooses need not wait for it. */
    private final Object loading = new Object();

    private RuntimeSettings settings;
    private Optional<DeviceChoice> asked = Optional.empty();
    private volatile @Nullable TorchRuntime runtime;

    /** @param folder the data folder; @param notices takes sentences for the person */
    Compute(Path folder, Consumer<String> notices) {
        this.folder = folder;
        this.notices = notices;
        this.settings = RuntimeSettings.read(folder);
    }

    public synchronized RuntimeSettings settings() {
        return settings;
    }

    /** The device for this process alone, whatever is set. */
    public synchronized void ask(DeviceChoice device) {
        asked = Optional.of(device);
    }

    /** PyTorch folders of this machine, with what is wrong with them. Looks at some hundred folders. */
    public List<FoundRuntime> runtimes() {
        return RuntimeSearch.ofThisMachine()
                .all(settings().added().stream().map(Path::of).toList());
    }

    public Driver driver() {
        return Driver.read();
    }

    /** What is loaded; empty until a model is. */
    public Optional<TorchLibrary> loaded() {
        return Optional.ofNullable(runtime).map(TorchRuntime::library);
    }

    /** Whether what is set can be had only by a new process. */
    public boolean needsRestart() {
        RuntimePlan plan = plan();
        return plan.cuda() && loaded().isPresent() && !loaded().get().equals(plan.library());
    }

    /** Takes effect with the next model that is loaded, unless {@link #needsRestart()}. */
    public synchronized void choose(DeviceChoice device) {
        asked = Optional.empty();
        keep(settings.withDevice(device));
    }

    /** @param library {@link RuntimeSettings#FOUND}, {@link RuntimeSettings#SHIPPED} or a folder's path */
    public synchronized void choose(String library) {
        keep(settings.withLibrary(library));
    }

    /**
     * Looks at a folder, tries it in a process of its own, and remembers it.
     *
     * @return with what is wrong with it; the folder is remembered where it holds a PyTorch at all
     */
    public FoundRuntime add(Path given, Monitor monitor) {
        FoundRuntime found = RuntimeSearch.look(given);
        if (found.folder().isEmpty()) {
            return found;
        }
        keepAdded(found.folder().get());
        return found.isUsable() ? tried(found, monitor) : found;
    }

    /** Tries a folder unless this very one is known to work. */
    public FoundRuntime tried(FoundRuntime found, Monitor monitor) {
        PytorchFolder pytorch = found.folder().orElseThrow();
        if (settings().hasTried(pytorch)) {
            return found;
        }
        monitor.progress("Trying " + pytorch.title(), 0, 0);
        Optional<String> fault = RuntimeTrial.of(pytorch, monitor);
        if (fault.isEmpty()) {
            keepTried(pytorch);
        }
        return new FoundRuntime(found.given(), found.folder(), fault);
    }

    private synchronized void keepAdded(PytorchFolder pytorch) {
        keep(settings.withAdded(pytorch.root()));
    }

    private synchronized void keepTried(PytorchFolder pytorch) {
        keep(settings.withTried(pytorch));
    }

    private void keep(RuntimeSettings changed) {
        if (changed.equals(settings)) {
            return;
        }
        settings = changed;
        try {
            changed.write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized DeviceChoice device() {
        return asked.orElse(settings.device());
    }

    private RuntimePlan plan() {
        return RuntimePlan.of(settings(), device(), Driver::read, this::runtimes);
    }

    /** Reads a model's weights to where they will be computed with. */
    LanguageModel load(Checkpoint checkpoint, Precision precision, Monitor monitor) {
        synchronized (loading) {
            return load(runtime(monitor), checkpoint, precision, monitor);
        }
    }

    /** Which precision suits a model here. Starts libtorch, to know on what. */
    Precision suited(Checkpoint checkpoint, Monitor monitor) {
        synchronized (loading) {
            TorchRuntime ready = runtime(monitor);
            if (ready.usesGpu()) {
                return Suited.onGpu(
                        precision -> needed(checkpoint, precision),
                        ready.freeGpuMemory().orElse(Long.MAX_VALUE));
            }
            return onCpu(precision -> Room.needed(checkpoint, precision));
        }
    }

    /** The same from what is known so far: until it was tried, 16-bit weights are taken to be no quicker. */
    Precision likely(ToLongFunction<Precision> needed) {
        TorchRuntime ready = runtime;
        return ready != null && ready.usesGpu() ? Precision.F32 : onCpu(needed);
    }

    private Precision onCpu(ToLongFunction<Precision> needed) {
        return Suited.onCpu(
                needed, MachineMemory.now().obtainable(), halfSpeed().orElse(1));
    }

    /** How many times as fast 16-bit weights are as float32 ones, with eight rows; empty until it was tried. */
    public OptionalDouble halfSpeed() {
        Double known = settings().halfSpeeds().get(processor());
        return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
    }

    /**
     * Finds that out and remembers it. A third of a second in which the machine should do nothing else: as the window
     * opens it would be three times off.
     */
    public void tryHalfSpeed() {
        synchronized (loading) {
            TorchRuntime ready = runtime;
            if (ready != null && !ready.usesGpu() && halfSpeed().isEmpty()) {
                double found = ready.halfSpeed();
                synchronized (this) {
                    keep(settings.withHalfSpeed(processor(), found));
                }
            }
        }
    }

    private static String processor() {
        return "libtorch " + TorchLibrary.VERSION + ", " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors";
    }

    private static long needed(Checkpoint checkpoint, Precision precision) {
        return MemoryNeed.of(checkpoint, ROWS, TOKENS, precision.bytesPerWeight())
                .total();
    }

    /** What the machine does at its best; takes about a second. */
    MachineSpeed speed() {
        synchronized (loading) {
            return runtime(Monitor.NONE).speed();
        }
    }

    private LanguageModel load(TorchRuntime ready, Checkpoint checkpoint, Precision precision, Monitor monitor) {
        if (ready.usesGpu() && lacksMemory(ready, checkpoint, precision)) {
            ready.useGpu(false);
        }
        if (!ready.usesGpu()) {
            Room.check(checkpoint, precision);
        }
        TorchModels models = new TorchModels(ready);
        try {
            return models.load(checkpoint, precision, monitor);
        } catch (NotEnoughMemory e) {
            if (!ready.usesGpu()) {
                throw e;
            }
            ready.useGpu(false);
            notices.accept("The GPU has not enough memory for " + checkpoint.name() + ". The CPU computes.");
            Room.check(checkpoint, precision);
            return models.load(checkpoint, precision, monitor);
        }
    }

    private boolean lacksMemory(TorchRuntime ready, Checkpoint checkpoint, Precision precision) {
        OptionalLong free = ready.freeGpuMemory();
        long needed = needed(checkpoint, precision);
        if (free.isEmpty() || free.getAsLong() >= needed) {
            return false;
        }
        notices.accept(String.format(
                java.util.Locale.ROOT,
                "%s needs %.1f GB, and the GPU has %.1f GB free. The CPU computes.",
                checkpoint.name(),
                needed / 1e9,
                free.getAsLong() / 1e9));
        return true;
    }

    /** Started by the first model that is run: a list of models needs no native library. */
    private TorchRuntime runtime(Monitor monitor) {
        RuntimePlan plan = plan();
        TorchRuntime ready = runtime;
        if (ready == null) {
            plan = proven(plan, monitor);
            ready = TorchRuntime.start(plan.library());
            runtime = ready;
        }
        plan.notice().ifPresent(notices);
        ready.useGpu(plan.cuda() && plan.library().equals(ready.library()) && works(ready));
        return ready;
    }

    private RuntimePlan proven(RuntimePlan plan, Monitor monitor) {
        if (!(plan.library() instanceof TorchLibrary.Folder(PytorchFolder pytorch))) {
            return plan;
        }
        Optional<String> fault =
                tried(RuntimeSearch.look(pytorch.root()), monitor).fault();
        return fault.map(why -> RuntimePlan.cpu(pytorch.root() + ": " + why)).orElse(plan);
    }

    private boolean works(TorchRuntime ready) {
        try {
            ready.tryGpu();
            return true;
        } catch (EngineFailure e) {
            RuntimePlan.cpu(String.valueOf(e.getMessage())).notice().ifPresent(notices);
            return false;
        }
    }

    @Override
    public void close() {
        TorchRuntime ready = runtime;
        if (ready != null) {
            ready.close();
        }
    }
}
