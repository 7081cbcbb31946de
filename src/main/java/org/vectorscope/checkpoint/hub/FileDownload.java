package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vectorscope.checkpoint.hub.FetchFailure.Kind;
import org.vectorscope.checkpoint.hub.HubConnection.Answer;
import org.vectorscope.checkpoint.hub.HubConnection.Wanted;
import org.vectorscope.job.Monitor;

/** One file of a repository, brought over in as many pieces as the line allows. */
final class FileDownload {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NO_SUCH_RANGE = 416;

    private final HubConnection connection;
    private final HubSettings settings;
    private final ModelName model;
    private final Monitor monitor;
    private final Progress progress;
    private final Refusals refusals;

    /** Hears how many bytes of the file are there; may be fewer than before, where it begins anew. */
    @FunctionalInterface
    interface Progress {
        void bytes(long soFar);
    }

    FileDownload(HubConnection connection, HubSettings settings, ModelName model, Monitor monitor, Progress progress) {
        this.connection = connection;
        this.settings = settings;
        this.model = model;
        this.monitor = monitor;
        this.progress = progress;
        this.refusals = new Refusals(model, settings);
    }

    /**
     * Leaves the whole, checked file at {@code target}; a cut one as {@code target.part}, to go on from.
     *
     * @param place of the file, from the hub's address on
     */
    void fetch(RemoteFile file, String place, Path target) throws IOException {
        Part part = new Part(target);
        for (int attempt = 1; ; attempt++) {
            RemoteFile promised = bring(file, place, part);
            if (isWhole(promised, part)) {
                part.settle();
                return;
            }
            part.forget();
            if (attempt == 2) {
                throw new FetchFailure(
                        Kind.DAMAGED, file.path() + " of " + model.words() + " arrives damaged (checksum or size)");
            }
        }
    }

    private boolean isWhole(RemoteFile promised, Part part) throws IOException {
        boolean sized = promised.size().isEmpty() || promised.size().getAsLong() == part.size();
        return sized
                && (promised.checksum().isEmpty()
                        || Checksums.match(part.file(), promised.checksum().get(), monitor));
    }

    /** Until the line says the file is at its end; what the answers promised of it comes back. */
    private RemoteFile bring(RemoteFile file, String place, Part part) {
        RemoteFile promised = file;
        Attempts attempts = new Attempts(settings.patience(), refusals, monitor);
        while (true) {
            long before = part.size();
            if (promised.size().isPresent() && before >= promised.size().getAsLong() && part.exists()) {
                return promised;
            }
            String fault = "the line was cut";
            try (Answer answer = connection.file(new Wanted(place, before, part.etag()), monitor)) {
                if (Attempts.passing(answer)) {
                    attempts.againOrRefused(answer, file.path());
                    continue;
                }
                promised = told(promised, answer);
                if (take(answer, before, part, promised)) {
                    return promised;
                }
            } catch (IOException e) {
                fault = String.valueOf(e.getMessage());
            }
            if (!again(attempts, part.size() > before)) {
                throw new FetchFailure(
                        Kind.UNREACHABLE, file.path() + " of " + model.words() + " does not come: " + fault);
            }
        }
    }

    private static boolean again(Attempts attempts, boolean progressed) {
        if (progressed) {
            attempts.fruit();
        }
        return attempts.again();
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
    private boolean take(Answer answer, long from, Part part, RemoteFile promised) throws IOException {
        switch (answer.status()) {
            case OK -> {
                part.of(answer.strongEtag());
                copy(answer, 0, part, promised);
            }
            case PARTIAL -> {
                requireSame(answer, from, part);
                copy(answer, from, part, promised);
            }
            case NO_SUCH_RANGE -> {
                part.forget();
                throw new IOException("the hub has no such range");
            }
            default -> throw refusals.of(answer, promised.path());
        }
        return promised.size().isEmpty() || part.size() >= promised.size().getAsLong();
    }

    private static void requireSame(Answer answer, long from, Part part) throws IOException {
        if (!answer.header("Content-Range").orElse("").startsWith("bytes " + from + "-")) {
            part.forget();
            throw new IOException("the hub sends another range than it was asked for");
        }
        Optional<String> etag = answer.strongEtag();
        if (etag.isPresent() && part.etag().isPresent() && !etag.equals(part.etag())) {
            part.forget();
            throw new IOException("the file on the hub has changed meanwhile");
        }
    }

    private void copy(Answer answer, long from, Part part, RemoteFile promised) throws IOException {
        try (Part.Writer out = part.writer(from)) {
            long most = promised.size().orElse(Long.MAX_VALUE);
            long size = from;
            for (Optional<List<ByteBuffer>> bytes = next(answer);
                    bytes.isPresent() && size <= most;
                    bytes = next(answer)) {
                size = out.write(bytes.get());
                progress.bytes(Math.min(size, most));
            }
        }
    }

    private Optional<List<ByteBuffer>> next(Answer answer) throws IOException {
        return answer.body().next(settings.patience().stall(), monitor);
    }
}
