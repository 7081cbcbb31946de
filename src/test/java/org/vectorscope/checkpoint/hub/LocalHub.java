package org.vectorscope.checkpoint.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.vectorscope.file.Json;
import org.vectorscope.file.Sha256;

/** A hub on this machine, with the faults of real ones: it cuts, stalls, lies, refuses. */
final class LocalHub implements AutoCloseable {
    static final String MODEL = "someone/small";
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    static final HubSettings.Patience SHORT = new HubSettings.Patience(
            Duration.ofMillis(1500), Duration.ofMillis(700), Duration.ofMillis(30), Duration.ofSeconds(3), 4);

    /** How a file is served, by the number of the request for it, from 1. */
    @FunctionalInterface
    interface Serving {
        void serve(HttpExchange exchange, byte[] content, int request) throws IOException;
    }

    private final HttpServer server;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> promised = new LinkedHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final AtomicInteger listings = new AtomicInteger();
    private Serving serving = LocalHub::whole;
    private Serving listing = this::list;
    final List<String> listed = Collections.synchronizedList(new ArrayList<>());
    final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());

    LocalHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "local-hub");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/api/models/", exchange -> {
            listed.add(exchange.getRequestURI().toString());
            listing.serve(exchange, new byte[0], listings.incrementAndGet());
        });
        server.createContext("/" + MODEL + "/resolve/", this::file);
        server.createContext("/cdn/", this::file);
        server.start();
    }

    LocalHub file(String name, byte[] content) {
        files.put(name, content);
        promised.put(name, Sha256.of(content));
        return this;
    }

    LocalHub promising(String name, String sha256) {
        promised.put(name, sha256);
        return this;
    }

    LocalHub serving(Serving how) {
        serving = how;
        return this;
    }

    LocalHub listing(Serving how) {
        listing = how;
        return this;
    }

    HubSettings settings(Path cache) {
        return new HubSettings(
                URI.create("http://127.0.0.1:" + port()), Optional.empty(), Optional.empty(), cache, SHORT);
    }

    int port() {
        return server.getAddress().getPort();
    }

    void list(HttpExchange exchange, byte[] none, int request) throws IOException {
        list(exchange, MODEL);
    }

    void list(HttpExchange exchange, String id) throws IOException {
        var answer = Json.mapper().createObjectNode().put("id", id);
        answer.put("sha", COMMIT).putObject("cardData").put("license", "apache-2.0");
        var siblings = answer.putArray("siblings");
        files.forEach((name, content) -> {
            var sibling = siblings.addObject().put("rfilename", name).put("size", content.length);
            sibling.putObject("lfs").put("sha256", promised.get(name)).put("size", content.length);
        });
        whole(exchange, Json.pretty(answer).getBytes(StandardCharsets.UTF_8), 1);
    }

    private void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.replaceFirst("^/(?:cdn|" + MODEL + "/resolve/[^/]+)/", "");
        ranges.add(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        int request = requests.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
        serving.serve(exchange, files.get(name), request);
    }

    static void whole(HttpExchange exchange, byte[] content, int request) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from =
                range == null ? 0 : Integer.parseInt(range.replace("bytes=", "").replace("-", ""));
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(content, from, content.length - from);
        }
    }

    /**
     * Sends {@code bytes} of what is left, waits until they lie in a part file below {@code folder}, and then cuts the
     * line: a client that hears of the cut first never sees what came before it.
     */
    static void cut(HttpExchange exchange, byte[] content, int bytes, Path folder) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from =
                range == null ? 0 : Integer.parseInt(range.replace("bytes=", "").replace("-", ""));
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        exchange.getResponseBody().write(content, from, Math.min(bytes, content.length - from));
        exchange.getResponseBody().flush();
        awaitPart(folder, bytes == 0 ? 0 : from + bytes);
        exchange.close();
    }

    private static void awaitPart(Path folder, long bytes) throws IOException {
        long patience = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (bytes > largestPart(folder) && System.nanoTime() < patience) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static long largestPart(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".part"))
                    .mapToLong(file -> file.toFile().length())
                    .max()
                    .orElse(0);
        } catch (UncheckedIOException | NoSuchFileException e) {
            // a file went away while it was looked at
            return 0;
        }
    }

    static void status(HttpExchange exchange, int status, String error) throws IOException {
        if (!error.isEmpty()) {
            exchange.getResponseHeaders().set("X-Error-Code", error);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
