package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;

/** Requests to the hub and wherever it sends us on to. The token goes to the hub itself and nowhere else. */
final class HubConnection {
    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_HOPS = 6;
    private static final int CHECK_MILLIS = 50;

    private final HubSettings settings;
    private final HttpClient client;

    HubConnection(HubSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.patience().answer())
                .build();
    }

    /**
     * An answer, its body unread.
     *
     * @param linkedChecksum what the hub said of the file before it sent us on ({@code X-Linked-Etag}, else the etag)
     * @param linkedSize the whole file's size by the hub
     */
    record Answer(
            int status, HttpResponse<ByteStream> response, Optional<String> linkedChecksum, OptionalLong linkedSize)
            implements AutoCloseable {
        ByteStream body() {
            return response.body();
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** Names the bytes themselves, and holds until they change; empty where the server does not promise that. */
        Optional<String> strongEtag() {
            return header("ETag").filter(etag -> etag.startsWith("\"") && etag.length() <= 200);
        }

        @Override
        public void close() {
            body().close();
        }
    }

    /**
     * @param path from the endpoint, beginning with a slash
     * @param from first byte wanted
     * @param same the etag of the bytes before it; where it is another by now, all are wanted
     */
    record Wanted(String path, long from, Optional<String> same) {
        static Wanted whole(String path) {
            return new Wanted(path, 0, Optional.empty());
        }
    }

    /**
     * A file, wherever the hub says it is.
     *
     * @throws IOException if no answer came
     */
    Answer file(Wanted wanted, Monitor monitor) throws IOException {
        return get(wanted, true, monitor);
    }

    /**
     * What the hub itself says: a repository that has moved is followed to its new name, but not to another host.
     *
     * @throws IOException if no answer came
     */
    Answer word(String path, Monitor monitor) throws IOException {
        return get(Wanted.whole(path), false, monitor);
    }

    private Answer get(Wanted wanted, boolean anywhere, Monitor monitor) throws IOException {
        URI uri = URI.create(settings.endpoint() + wanted.path());
        Optional<String> checksum = Optional.empty();
        OptionalLong size = OptionalLong.empty();
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            HttpResponse<ByteStream> response = send(request(uri, wanted), monitor);
            checksum = checksum.or(() -> checksum(response));
            size = size.isPresent() ? size : response.headers().firstValueAsLong("X-Linked-Size");
            Optional<String> location = response.headers().firstValue("Location");
            if (!ELSEWHERE.contains(response.statusCode()) || location.isEmpty()) {
                return new Answer(response.statusCode(), response, checksum, size);
            }
            response.body().close();
            uri = elsewhere(uri, location.get());
            if (!anywhere && !isHub(uri)) {
                throw new IOException("it sends on to " + uri.getHost() + ", which HF_ENDPOINT does not name");
            }
        }
        throw new IOException("the hub sends on and on");
    }

    private static Optional<String> checksum(HttpResponse<ByteStream> response) {
        return response.headers()
                .firstValue("X-Linked-Etag")
                .map(etag -> etag.replace("W/", "").replace("\"", ""))
                .filter(etag -> etag.matches("[0-9a-f]{64}|[0-9a-f]{40}"));
    }

    private static URI elsewhere(URI from, String location) throws IOException {
        try {
            URI to = from.resolve(location);
            boolean safe = "https".equals(to.getScheme())
                    || ("http".equals(to.getScheme()) && "http".equals(from.getScheme()));
            if (safe && to.getHost() != null) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the hub sends on to an address that is none", e);
        }
        throw new IOException("the hub sends on to an address that is not safe");
    }

    private HttpRequest request(URI uri, Wanted wanted) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET().header("User-Agent", "vectorscope");
        if (wanted.from() > 0) {
            request.header("Range", "bytes=" + wanted.from() + "-");
            wanted.same().ifPresent(etag -> request.header("If-Range", etag));
        }
        if (isHub(uri)) {
            settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        }
        return request.build();
    }

    private boolean isHub(URI uri) {
        URI hub = settings.endpoint();
        return hub.getScheme().equals(uri.getScheme())
                && hub.getHost().equals(uri.getHost())
                && hub.getPort() == uri.getPort();
    }

    private HttpResponse<ByteStream> send(HttpRequest request, Monitor monitor) throws IOException {
        // Not sendAsync: its answers come by way of the common pool, which blocking work elsewhere may fill.
        FutureTask<HttpResponse<ByteStream>> coming =
                new FutureTask<>(() -> client.send(request, info -> new ByteStream()));
        Thread.ofVirtual().start(coming);
        long patience = System.nanoTime() + settings.patience().answer().toNanos();
        try {
            while (true) {
                monitor.check();
                try {
                    return coming.get(CHECK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (System.nanoTime() > patience) {
                        throw new IOException(
                                "no answer within "
                                        + settings.patience().answer().toSeconds() + " s",
                                e);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw new IOException("no connection to " + request.uri().getHost(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } finally {
            if (!coming.isDone()) {
                coming.cancel(true);
            }
        }
    }
}
