package org.vectorscope.checkpoint.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vectorscope.checkpoint.hub.FetchFailure.Kind;
import org.vectorscope.checkpoint.hub.HubConnection.Answer;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;
import org.vectorscope.job.Monitor;

/** Fetches models from the Hugging Face hub by name. */
public final class HubClient {
    private static final int OK = 200;
    private static final int LARGEST_LISTING = 16 << 20;
    private static final long ALMOST_FULL = 16L << 20;

    private final HubSettings settings;
    private final HubConnection connection;

    public HubClient(HubSettings settings) {
        this.settings = settings;
        this.connection = new HubConnection(settings);
    }

    /**
     * @param models the folder that holds fetched models
     * @return the model's folder under {@code models}, or its (first) GGUF file there
     * @throws FetchFailure if it cannot be had
     * @throws IOException if the disk does not take it
     */
    public Path fetch(ModelName name, Path models, Monitor monitor) throws IOException {
        if (settings.offline().isPresent()) {
            throw new FetchFailure(
                    Kind.OFFLINE,
                    name.words() + " is not fetched, " + settings.offline().get());
        }
        Files.createDirectories(models);
        Path waiting = models.resolve(".fetching");
        try (FetchLock lock = FetchLock.on(waiting.resolve(name.folder() + ".lock"), monitor)) {
            Optional<Path> meanwhile = FetchedModels.find(name, models);
            return meanwhile.isPresent() ? meanwhile.get() : fetchLocked(name, models, waiting, monitor);
        } catch (UncheckedIOException e) {
            if (Files.getFileStore(models).getUsableSpace() < ALMOST_FULL) {
                throw new FetchFailure(Kind.NO_SPACE, "the disk of " + models + " is full");
            }
            throw e.getCause();
        }
    }

    private Path fetchLocked(ModelName name, Path models, Path waiting, Monitor monitor) throws IOException {
        monitor.progress("Asking the hub for " + name.words(), 0, 0);
        Repository repository = repository(name, monitor);
        boolean moved = !repository.name().equals(name.repository());
        String stage = "Fetching " + repository.name() + (moved ? ", once " + name.repository() : "");
        Path staging =
                waiting.resolve(name.folder() + "@" + repository.revision().replace("/", "--"));
        Files.createDirectories(staging);
        List<RemoteFile> files =
                new FileChoice(name, repository).files(index -> shards(name, repository, index, staging, monitor));
        checkSpace(files, staging, models);
        bring(name, repository, files, staging, stage, monitor);
        ModelOrigin origin = new ModelOrigin(
                "Hugging Face",
                repository.name(),
                repository.revision(),
                repository.licence().orElse(""));
        Path settled = settle(name, files, origin, staging, models);
        FetchedModels.forgetStaging(name, waiting);
        return settled;
    }

    private Repository repository(ModelName name, Monitor monitor) {
        String revision = name.revision()
                .map(text -> "/revision/" + text.replace("/", "%2F"))
                .orElse("");
        Refusals refusals = new Refusals(name, settings);
        Attempts attempts = new Attempts(settings.patience(), refusals, monitor);
        while (true) {
            try (Answer answer =
                    connection.word("/api/models/" + name.repository() + revision + "?blobs=true", monitor)) {
                if (answer.status() == OK) {
                    return Repository.of(name, listing(answer, name, monitor));
                }
                if (!Attempts.passing(answer)) {
                    throw refusals.of(answer, "");
                }
                attempts.againOrRefused(answer, "");
            } catch (IOException e) {
                if (!attempts.again()) {
                    throw new FetchFailure(Kind.UNREACHABLE, "the hub cannot be reached: " + e.getMessage());
                }
            }
        }
    }

    private JsonNode listing(Answer answer, ModelName name, Monitor monitor) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (var bytes = next(answer, monitor); bytes.isPresent(); bytes = next(answer, monitor)) {
            for (ByteBuffer buffer : bytes.get()) {
                byte[] piece = new byte[buffer.remaining()];
                buffer.get(piece);
                text.write(piece);
            }
            if (text.size() > LARGEST_LISTING) {
                throw new FetchFailure(Kind.DAMAGED, "the hub's list of files of " + name.words() + " has no end");
            }
        }
        try {
            return Json.parse("the hub's list of files", text.toString(StandardCharsets.UTF_8));
        } catch (BadInput e) {
            throw new FetchFailure(Kind.UNREACHABLE, "what answers at " + settings.endpoint() + " is not the hub");
        }
    }

    private Optional<List<ByteBuffer>> next(Answer answer, Monitor monitor) throws IOException {
        return answer.body().next(settings.patience().stall(), monitor);
    }

    /** The index is fetched before all else, for it says what else there is to fetch. */
    private Set<String> shards(ModelName name, Repository repository, RemoteFile index, Path staging, Monitor monitor)
            throws IOException {
        bring(name, repository, List.of(index), staging, "Asking the hub for " + name.words(), monitor);
        try {
            return ShardIndex.files(Json.read(staging.resolve(index.name()), LARGEST_LISTING));
        } catch (BadInput e) {
            throw new FetchFailure(Kind.UNUSABLE, "the index of " + repository.name() + " " + e.fault());
        }
    }

    /** What came before a cut is on the disk already. */
    private static void checkSpace(List<RemoteFile> files, Path staging, Path models) throws IOException {
        long needed = 0;
        for (RemoteFile file : files) {
            Path target = staging.resolve(file.name());
            long came = Files.exists(target) ? Files.size(target) : new Part(target).size();
            needed += Math.max(0, file.size().orElse(0) - came);
        }
        long free = Files.getFileStore(staging).getUsableSpace();
        if (needed > free) {
            throw new FetchFailure(
                    Kind.NO_SPACE,
                    String.format("%s has %.1f GB free, and %.1f GB are needed", models, free / 1e9, needed / 1e9));
        }
    }

    private void bring(
            ModelName name, Repository repository, List<RemoteFile> files, Path staging, String stage, Monitor monitor)
            throws IOException {
        new ParallelDownload(files, stage, monitor).run(staging, (file, target, watched, progress) -> {
            if (!Files.exists(target)) {
                new FileDownload(connection, settings, name, watched, progress)
                        .fetch(file, repository.place(file), target);
            }
            progress.bytes(Files.size(target));
        });
    }

    /** From the staging folder to where it stays. */
    private static Path settle(ModelName name, List<RemoteFile> files, ModelOrigin origin, Path staging, Path models)
            throws IOException {
        if (name.gguf().isEmpty()) {
            Path folder = FetchedModels.folder(name, models);
            origin.write(staging);
            Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
            return folder;
        }
        Path home = FetchedModels.ggufFolder(name, models);
        Files.createDirectories(home);
        Path first = home.resolve(files.getFirst().name());
        origin.write(first);
        // the first part last: it is by it that the model is found
        for (RemoteFile file : files.reversed()) {
            Files.move(staging.resolve(file.name()), home.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
        }
        return first;
    }
}
