package org.vectorscope.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Jobs.Lane;

class JobsTest {
    private final Jobs jobs = new Jobs();

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void aJobGivesItsResult() {
        Job<Integer> job = jobs.submit(Lane.LIGHT, "Adding", monitor -> 2 + 2);

        assertThat(job.result().join()).isEqualTo(4);
        assertThat(job.state()).isInstanceOf(JobState.Done.class);
        assertThat(jobs.unended()).isEmpty();
    }

    @Test
    void cancelActsWithinASecond() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Job<Void> job = jobs.submit(Lane.ENGINE, "Endless", monitor -> {
            while (true) {
                monitor.progress("Turning", 0, 0);
                begun.countDown();
                Thread.sleep(20);
            }
        });
        begun.await();
        long asked = System.nanoTime();

        job.cancel();

        assertThatThrownBy(() -> job.result().join()).hasRootCauseInstanceOf(Cancelled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
        assertThat(job.state()).isEqualTo(new JobState.Cancelled());
    }

    @Test
    void aQueuedJobThatIsCancelledNeverBegins() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Job<Void> first = jobs.submit(Lane.ENGINE, "First", monitor -> {
            release.await();
            return null;
        });
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        Job<Boolean> second = jobs.submit(Lane.ENGINE, "Second", monitor -> ran.add("second"));

        second.cancel();
        assertThat(second.state()).isEqualTo(new JobState.Cancelled());
        release.countDown();

        first.result().join();
        jobs.submit(Lane.ENGINE, "Third", monitor -> ran.add("third")).result().join();
        assertThat(ran).containsExactly("third");
    }

    @Test
    void engineJobsRunOneByOneAndLightJobsBesideThem() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Job<Void> heavy = jobs.submit(Lane.ENGINE, "Heavy", monitor -> {
            release.await();
            return null;
        });
        Job<Integer> next = jobs.submit(Lane.ENGINE, "Next", monitor -> 1);

        assertThat(jobs.submit(Lane.LIGHT, "Light", monitor -> 2).result().join())
                .isEqualTo(2);
        assertThat(next.state()).isEqualTo(new JobState.Queued());
        release.countDown();
        assertThat(heavy.result()).succeedsWithin(1, TimeUnit.SECONDS);
        assertThat(next.result()).succeedsWithin(1, TimeUnit.SECONDS);
    }

    @Test
    void listenersHearEveryKindOfStateInOrder() {
        List<JobState> heard = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch listening = new CountDownLatch(1);
        Job<String> job = jobs.submit(Lane.LIGHT, "Reading", monitor -> {
            listening.await();
            for (int i = 0; i <= 1000; i++) {
                monitor.progress("Reading pairs", i, 1000);
            }
            monitor.progress("Checking", 0, 0);
            return "read";
        });
        job.listen((j, state) -> heard.add(state));
        listening.countDown();
        job.result().join();

        assertThat(heard.getFirst()).isNotInstanceOf(JobState.Done.class);
        assertThat(heard.getLast()).isInstanceOf(JobState.Done.class);
        assertThat(heard).filteredOn(JobState::ended).hasSize(1);
        assertThat(heard)
                .filteredOn(JobState.Running.class::isInstance)
                .extracting(s -> ((JobState.Running) s).stage())
                .containsSubsequence("Reading pairs", "Checking")
                .hasSizeLessThan(100);
    }

    @Test
    void aListenerThatComesLateHearsTheEnd() {
        Job<Integer> job = jobs.submit(Lane.LIGHT, "Quick", monitor -> 1);
        job.result().join();
        List<JobState> heard = new ArrayList<>();

        job.listen((j, state) -> heard.add(state));

        assertThat(heard).singleElement().isInstanceOf(JobState.Done.class);
    }

    @Test
    void aListenerThatFailsStopsNeitherTheWorkNorTheOthers() {
        Jobs here = Jobs.onCallersThread();
        List<JobState> heard = new ArrayList<>();
        here.listen((job, state) -> {
            throw new IllegalStateException("a broken listener");
        });
        here.listen((job, state) -> heard.add(state));

        assertThat(here.submit(Lane.LIGHT, "Adding", monitor -> 4).result().join())
                .isEqualTo(4);
        assertThat(heard).last().isInstanceOf(JobState.Done.class);
    }

    @Test
    void aFailureBecomesASentenceAndKeepsItsCause() {
        assertThat(failure(new BadInput("pairs.csv", "line 3: has one column")))
                .isEqualTo("pairs.csv: line 3: has one column");
        assertThat(failure(new NoSuchFileException("model"))).isEqualTo("model: there is no such file");
        assertThat(failure(new OutOfMemoryError("Java heap space")))
                .isEqualTo("There was not enough memory for this (Java heap space)");
        assertThat(failure(new NullPointerException("x is null")))
                .isEqualTo("A fault in the program itself (NullPointerException: x is null)");
        assertThat(failure(new CompletionException(new BadInput("--layer", "is 40, the last one is 29"))))
                .isEqualTo("--layer: is 40, the last one is 29");
    }

    @Test
    void closingStopsWhatRuns() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Job<Void> job = jobs.submit(Lane.ENGINE, "Endless", monitor -> {
            begun.countDown();
            while (true) {
                monitor.check();
                Thread.sleep(10);
            }
        });
        begun.await();

        jobs.close();

        assertThat(job.state()).isEqualTo(new JobState.Cancelled());
    }

    private static String failure(Throwable thrown) {
        Job<Void> job = Jobs.onCallersThread().submit(Lane.LIGHT, "Failing", monitor -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        });
        assertThat(job.result()).isCompletedExceptionally();
        return ((JobState.Failed) job.state()).message();
    }
}
