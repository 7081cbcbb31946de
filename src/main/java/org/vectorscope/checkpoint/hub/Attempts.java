package org.vectorscope.checkpoint.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vectorscope.checkpoint.hub.HubConnection.Answer;
import org.vectorscope.checkpoint.hub.HubSettings.Patience;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;

/** One request made again and again: how often, and how long to wait in between. */
final class Attempts {
    private static final int BUSY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_FAULT = 500;
    private static final int CHECK_MILLIS = 20;

    /** The draft's {@code RateLimit: "api";r=0;t=57}, which the hub sends: 57 seconds until it counts anew. */
    private static final Pattern RESET = Pattern.compile("\\bt=([0-9]{1,6})\\b");

    private final Patience patience;
    private final Refusals refusals;
    private final Monitor monitor;
    private int fruitless;

    Attempts(Patience patience, Refusals refusals, Monitor monitor) {
        this.patience = patience;
        this.refusals = refusals;
        this.monitor = monitor;
    }

    /** Something was gained by the last one. */
    void fruit() {
        fruitless = 0;
    }

    /** Pauses, each time for longer; false if it has been tried often enough. */
    boolean again() {
        if (++fruitless >= patience.attempts()) {
            return false;
        }
        pause(patience.pause().multipliedBy(1L << Math.min(fruitless - 1, 6)), "");
        return true;
    }

    /** Whether an answer may be another one a little later. */
    static boolean passing(Answer answer) {
        return answer.status() == BUSY || answer.status() >= SERVER_FAULT;
    }

    /**
     * Waits as long as the hub asks for, or as {@link #again()} where it asks for nothing.
     *
     * @param what was asked for
     * @throws FetchFailure if it asks for more than we have, or has been asked often enough
     */
    void againOrRefused(Answer answer, String what) {
        answer.close();
        Optional<Duration> asked =
                answer.status() == BUSY || answer.status() == UNAVAILABLE ? asked(answer) : Optional.empty();
        if (asked.isPresent() && asked.get().compareTo(patience.longestWait()) > 0) {
            throw refusals.busy(asked.get().toSeconds());
        }
        if (asked.isEmpty() ? !again() : ++fruitless >= patience.attempts()) {
            throw refusals.of(answer, what);
        }
        asked.ifPresent(wait -> pause(wait, "The hub asks to wait " + Math.max(1, wait.toSeconds()) + " s"));
    }

    private static Optional<Duration> asked(Answer answer) {
        return answer.header("Retry-After").flatMap(Attempts::retryAfter).or(() -> answer.header("RateLimit")
                .map(RESET::matcher)
                .filter(Matcher::find)
                .map(reset -> Duration.ofSeconds(Long.parseLong(reset.group(1)))));
    }

    /** Seconds, or a date. */
    private static Optional<Duration> retryAfter(String text) {
        if (text.matches("[0-9]{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(Instant.now(), then);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void pause(Duration length, String why) {
        long until = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < until) {
            monitor.check();
            if (!why.isEmpty()) {
                monitor.progress(why, 0, 0);
            }
            try {
                Thread.sleep(CHECK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled();
            }
        }
    }
}
