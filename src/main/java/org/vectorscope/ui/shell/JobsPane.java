package org.vectorscope.ui.shell;

import java.util.concurrent.CountDownLatch;
import javafx.concurrent.Task;
import javafx.util.Subscription;
import org.controlsfx.control.TaskProgressView;
import org.vectorscope.job.JobState;
import org.vectorscope.ui.common.FxJobs;
import org.vectorscope.ui.common.JobLine;

/** All jobs with their progress, each with its own Cancel. */
final class JobsPane extends TaskProgressView<JobsPane.JobTask> {
    JobsPane(FxJobs jobs) {
        jobs.running().forEach(line -> {
            JobTask task = new JobTask(line);
            getTasks().add(task);
            Thread.ofVirtual().start(task);
        });
        setPrefSize(400, 240);
    }

    /** A job as the view wants it: a task that waits for the job to end. */
    static final class JobTask extends Task<Void> {
        private final JobLine line;
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Subscription subscription;

        JobTask(JobLine line) {
            this.line = line;
            updateTitle(line.job().title());
            subscription = line.state().subscribe(this::follow);
        }

        private void follow(JobState state) {
            updateMessage(line.stage());
            updateProgress(line.fraction(), 1);
            if (state.ended()) {
                ended.countDown();
            }
        }

        @Override
        protected Void call() throws InterruptedException {
            ended.await();
            return null;
        }

        @Override
        protected void cancelled() {
            line.job().cancel();
            subscription.unsubscribe();
        }

        @Override
        protected void succeeded() {
            subscription.unsubscribe();
        }
    }
}
