package org.vectorscope.store;

import java.nio.file.Path;

/** Writes entries of four megabytes without end, and says of each when it is kept. Another process kills it. */
final class WriterUntilKilled {
    private WriterUntilKilled() {}

    public static void main(String[] arguments) {
        try (Store store = Store.open(Path.of(arguments[0]), System.err::println)) {
            for (int seed = 1; seed < 1000; seed++) {
                Samples.put(store, Kind.ACTIVATIONS, seed, 1_000_000);
                System.out.println("kept " + seed);
            }
        }
    }
}
