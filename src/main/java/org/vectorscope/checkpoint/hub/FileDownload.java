package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vectorscope.checkpoint.hub.FetchFailure.Kind;
import org.vectorscope.checkpoint.hub.HubConnection.Answer;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;

/** One file of a repository, brought over in as many pieces as the line allows. */
final class FileDownload {
    private static final int ATTEMPTS_WITHOUT_PROGRESS = 4;
    private static final int PAUSE_MILLIS = 250;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NO_SUCH_RANGE = 416;
    private static final int SERVER_FAULT = 500;

    private final HubConnection connection;
    private final HubSettings settings;
    private final String model;
    private final Monitor monitor;
    private final Progress progress;

    /** Hears how many bytes of the file are there; may be fewer than before, where it begins anew. */
    @FunctionalInterface
    interface Progress {
        void bytes(long soFar);
    }

    FileDownload(HubConnection connection, HubSettings settings, String model, Monitor monitor, Progress progress) {
        this.connection = connection;
        this.settings = settings;
        this.model = model;
        this.monitor = monitor;
        this.progress = progress;
    }

    /** Leaves the whole, checked file at {@code target}; a cut one as {@code target.part}, to go on from. */
    void fetch(RemoteFile file, String revision, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        String path = "/" + model + "/resolve/" + revision + "/" + file.path();
        for (int attempt = 1; ; attempt++) {
            RemoteFile promised = bring(file, path, part);
            if (isWhole(promised, part)) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
                return;
            }
            Files.deleteIfExists(part);
            if (attempt == 2) {
                throw new FetchFailure(
                        Kind.DAMAGED, file.path() + " of " + model + " arrives damaged (checksum or size)");
            }
        }
    }

    private boolean isWhole(RemoteFile promised, Path part) throws IOException {
        long size = Files.size(part);
        boolean sized = promised.size().isEmpty() || promised.size().getAsLong() == size;
        return sized
                && (promised.checksum().isEmpty()
                        || Checksums.match(part, promised.checksum().get(), monitor));
    }

    /** Until the line says the file is at its end; what the answers promised of it comes back. */
    private RemoteFile bring(RemoteFile file, String path, Path part) throws IOException {
        RemoteFile promised = file;
        int fruitless = 0;
        while (true) {
            long before = sizeOf(part);
            if (promised.size().isPresent() && before >= promised.size().getAsLong() && Files.exists(part)) {
                return promised;
            }
            String fault;
            try (Answer answer = connection.get(path, before, monitor)) {
                promised = told(promised, answer);
                if (take(answer, before, part, promised)) {
                    return promised;
                }
                fault = "the line was cut";
            } catch (IOException e) {
                fault = String.valueOf(e.getMessage());
            }
            fruitless = sizeOf(part) > before ? 0 : fruitless + 1;
            if (fruitless == ATTEMPTS_WITHOUT_PROGRESS) {
                throw new FetchFailure(Kind.UNREACHABLE, file.path() + " of " + model + " does not come: " + fault);
            }
            pause(PAUSE_MILLIS << fruitless);
        }
    }

    private static RemoteFile told(RemoteFile file, Answer answer) {
        return new RemoteFile(
                file.path(),
                file.size().isPresent() ? file.size() : wholeSize(answer),
                file.checksum().or(answer::linkedChecksum));
    }

    private static OptionalLong wholeSize(Answer answer) {
        if (answer.linkedSize().isPresent() || answer.status() != OK) {
            return answer.linkedSize();
        }
        return answer.response().headers().firstValueAsLong("Content-Length");
    }

    /** @return whether the file is at its end */
    private boolean take(Answer answer, long from, Path part, RemoteFile promised) throws IOException {
        switch (answer.status()) {
            case OK -> copy(answer, 0, part, promised);
            case PARTIAL -> {
                if (!answer.header("Content-Range").orElse("").startsWith("bytes " + from + "-")) {
                    Files.deleteIfExists(part);
                    throw new IOException("the hub sends another range than it was asked for");
                }
                copy(answer, from, part, promised);
            }
            case NO_SUCH_RANGE -> {
                Files.deleteIfExists(part);
                throw new IOException("the hub has no such range");
            }
            default -> {
                if (answer.status() >= SERVER_FAULT) {
                    throw new IOException("the hub answers with an error (" + answer.status() + ")");
                }
                throw Refusals.of(answer, model, settings);
            }
        }
        return promised.size().isEmpty() || sizeOf(part) >= promised.size().getAsLong();
    }

    private void copy(Answer answer, long from, Path part, RemoteFile promised) throws IOException {
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.truncate(from);
            out.position(from);
            long most = promised.size().orElse(Long.MAX_VALUE);
            for (Optional<List<ByteBuffer>> bytes = next(answer); bytes.isPresent(); bytes = next(answer)) {
                for (ByteBuffer buffer : bytes.get()) {
                    while (buffer.hasRemaining()) {
                        out.write(buffer);
                    }
                }
                progress.bytes(Math.min(out.position(), most));
                if (out.position() > most) {
                    return;
                }
            }
        }
    }

    private Optional<List<ByteBuffer>> next(Answer answer) throws IOException {
        return answer.body().next(settings.stall(), monitor);
    }

    private static long sizeOf(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private void pause(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            monitor.check();
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled();
            }
        }
    }
}
