package org.vectorscope.engine.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vectorscope.engine.EngineFailure;
import org.vectorscope.engine.MachineSpeed;
import org.vectorscope.engine.torch.runtime.TorchLibrary;

/**
 * libtorch, started, and the one thread that may enter it: each thread that does gets a team of workers of its own,
 * and its own settings of the executor. Everything native is submitted here.
 */
public final class TorchRuntime implements AutoCloseable {
    private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);
    private final TorchLibrary library;
    private volatile Device device = Device.cpu();
    private volatile @Nullable Thread engineThread;

    private TorchRuntime(TorchLibrary library) {
        this.library = library;
    }

    /** The shipped library, on the CPU. */
    public static TorchRuntime start() {
        return start(new TorchLibrary.Bundled());
    }

    /**
     * Loads the native libraries: half a second for the shipped one, seconds for one that knows CUDA; more at the first
     * start on a machine. The first that is loaded stays for the life of the process. Computes on the CPU until told
     * otherwise.
     *
     * @param library one that was tried: a wrong one ends the process
     * @throws EngineFailure if it does not load here
     */
    public static TorchRuntime start(TorchLibrary library) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        LibraryProperties.set(library);
        TorchRuntime runtime = new TorchRuntime(library);
        boolean started = false;
        try {
            runtime.call(() -> Guard.run("starting libtorch", TorchRuntime::prepare));
            started = true;
        } finally {
            if (!started) {
                runtime.close();
            }
        }
        return runtime;
    }

    private static String prepare() {
        Engine engine = Engine.getEngine("PyTorch");
        JniUtils.setGraphExecutorOptimize(false);
        JniUtils.setGradMode(false);
        return engine.getVersion();
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "engine");
        thread.setDaemon(true);
        engineThread = thread;
        return thread;
    }

    /** What is loaded, for as long as the process lives. */
    public TorchLibrary library() {
        return library;
    }

    /** Where models that are loaded from now on compute; those that are loaded stay where they are. */
    public void useGpu(boolean gpu) {
        device = gpu ? Device.gpu() : Device.cpu();
    }

    public boolean usesGpu() {
        return device.isGpu();
    }

    /**
     * Computes a little on the GPU, and compares.
     *
     * @throws EngineFailure if it cannot, or if it computes something else than the CPU
     */
    public void tryGpu() {
        call(() -> Guard.run("trying the GPU", GpuTrial::run));
    }

    /** Bytes of the GPU that no program uses; empty where that cannot be told. */
    public OptionalLong freeGpuMemory() {
        return call(GpuMemory::free);
    }

    /** Where it computes, for people. */
    String device() {
        if (usesGpu()) {
            return GpuMemory.name().map(name -> "CUDA · " + name).orElse("CUDA");
        }
        int threads = call(JniUtils::getNumThreads);
        return "CPU · " + threads + (threads == 1 ? " thread" : " threads");
    }

    /**
     * How many times as fast this processor multiplies eight rows by 16-bit weights as by float32 ones: tried now, in a
     * fifth of a second. 0 where it cannot.
     */
    public double halfSpeed() {
        return call(() -> {
            try (NDManager manager = newManager()) {
                return new LinearTrial(manager).halfSpeed();
            }
        });
    }

    /** Takes about a second, and half a gigabyte. */
    public MachineSpeed speed() {
        return call(() -> {
            try (NDManager manager = newManager()) {
                return SpeedTest.run(manager);
            }
        });
    }

    /** To be called on the engine's thread. */
    NDManager newManager() {
        return Guard.run("starting libtorch", () -> NDManager.newBaseManager(device, "PyTorch"));
    }

    /** Runs work on the engine's thread and waits for it, however long it takes: work ends by its own monitor. */
    <T> T call(Supplier<T> work) {
        if (Thread.currentThread().equals(engineThread)) {
            return work.get();
        }
        Future<T> result = executor.submit(work::get);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unwrapped(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unwrapped(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case null, default -> new EngineFailure("the engine's thread failed", cause);
        };
    }

    @Override
    public void close() {
        executor.close();
    }
}
