package org.vectorscope.checkpoint.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.vectorscope.checkpoint.hub.FetchFailure.Kind;
import org.vectorscope.checkpoint.hub.HubConnection.Answer;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;
import org.vectorscope.job.Monitor;

/** Fetches models from the Hugging Face hub by name. */
public final class HubClient {
    private static final int OK = 200;
    private static final int LARGEST_LISTING = 16 << 20;

    private final HubSettings settings;
    private final HubConnection connection;

    public HubClient(HubSettings settings) {
        this.settings = settings;
        this.connection = new HubConnection(settings);
    }

    /**
     * @param models the folder that holds fetched models
     * @return the model's folder under {@code models}, or its GGUF file there
     * @throws FetchFailure if it cannot be had
     * @throws IOException if the disk does not take it
     */
    public Path fetch(ModelName name, Path models, Monitor monitor) throws IOException {
        if (settings.offline()) {
            throw new FetchFailure(Kind.OFFLINE, name.repository() + " is not fetched, since HF_HUB_OFFLINE is set");
        }
        Files.createDirectories(models);
        Path waiting = models.resolve(".fetching");
        try (FetchLock lock = FetchLock.on(waiting.resolve(name.folder() + ".lock"), monitor)) {
            Path folder = models.resolve(name.folder());
            if (name.gguf().isEmpty() && Files.isDirectory(folder)) {
                return folder;
            }
            monitor.progress("Asking the hub for " + name.repository(), 0, 0);
            Repository repository = repository(name, monitor);
            List<RemoteFile> files = FileChoice.of(name, repository);
            Path staging = waiting.resolve(name.folder() + "@" + repository.revision());
            checkSpace(files, models);
            bring(name, repository, files, staging, monitor);
            ModelOrigin origin = new ModelOrigin(
                    "Hugging Face",
                    name.repository(),
                    repository.revision(),
                    repository.licence().orElse(""));
            return settle(name, files, origin, staging, folder);
        }
    }

    private Repository repository(ModelName name, Monitor monitor) throws IOException {
        try (Answer answer = connection.get("/api/models/" + name.repository() + "?blobs=true", 0, monitor)) {
            if (answer.status() != OK) {
                throw Refusals.of(answer, name.repository(), settings);
            }
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (var bytes = next(answer, monitor); bytes.isPresent(); bytes = next(answer, monitor)) {
                for (ByteBuffer buffer : bytes.get()) {
                    byte[] piece = new byte[buffer.remaining()];
                    buffer.get(piece);
                    text.write(piece);
                }
                if (text.size() > LARGEST_LISTING) {
                    throw new FetchFailure(
                            Kind.DAMAGED, "the hub's list of files of " + name.repository() + " has no end");
                }
            }
            return Repository.of(Json.parse("the hub's list of files", text.toString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new FetchFailure(Kind.UNREACHABLE, "the hub cannot be reached: " + e.getMessage());
        } catch (BadInput e) {
            throw new FetchFailure(Kind.UNREACHABLE, "what answers at " + settings.endpoint() + " is not the hub");
        }
    }

    private Optional<List<ByteBuffer>> next(Answer answer, Monitor monitor) throws IOException {
        return answer.body().next(settings.stall(), monitor);
    }

    private static void checkSpace(List<RemoteFile> files, Path models) throws IOException {
        long needed = files.stream().mapToLong(file -> file.size().orElse(0)).sum();
        long free = Files.getFileStore(models).getUsableSpace();
        if (needed > free) {
            throw new FetchFailure(
                    Kind.NO_SPACE,
                    String.format("%s has %.1f GB free, and %.1f GB are needed", models, free / 1e9, needed / 1e9));
        }
    }

    private void bring(ModelName name, Repository repository, List<RemoteFile> files, Path staging, Monitor monitor)
            throws IOException {
        Files.createDirectories(staging);
        long total = files.stream().mapToLong(file -> file.size().orElse(0)).sum();
        long before = 0;
        for (RemoteFile file : files) {
            long base = before;
            FileDownload.Progress progress =
                    bytes -> monitor.progress("Fetching " + name.repository(), base + (double) bytes, total);
            Path target = staging.resolve(file.name());
            if (!Files.exists(target)) {
                new FileDownload(connection, settings, name.repository(), monitor, progress)
                        .fetch(file, repository.revision(), target);
            }
            before += file.size().orElseGet(() -> target.toFile().length());
            monitor.progress("Fetching " + name.repository(), before, total);
        }
    }

    /** From the staging folder to where it stays. */
    private static Path settle(ModelName name, List<RemoteFile> files, ModelOrigin origin, Path staging, Path folder)
            throws IOException {
        if (name.gguf().isEmpty()) {
            origin.write(staging);
            Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
            return folder;
        }
        Path home = folder.resolveSibling(folder.getFileName() + "--gguf");
        Files.createDirectories(home);
        Path file = home.resolve(files.getFirst().name());
        Files.move(staging.resolve(file.getFileName()), file, StandardCopyOption.REPLACE_EXISTING);
        origin.write(file);
        Trees.delete(staging);
        return file;
    }
}
