package org.vectorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for the window to come to something by itself. */
public final class Patience {
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(120);

    private Patience() {}

    /** @param condition asked on the JavaFX thread */
    public static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + LONGEST;
        while (!Snapshots.onFx(condition::getAsBoolean)) {
            assertThat(System.nanoTime())
                    .as("the window did not come to this in time")
                    .isLessThan(until);
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
