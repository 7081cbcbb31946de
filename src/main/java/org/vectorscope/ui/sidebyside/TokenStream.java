package org.vectorscope.ui.sidebyside;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.vectorscope.study.SideBySideListener;

/** Tokens on their way from the engine's thread to the window: collected there, handed over 30 times a second. */
final class TokenStream implements SideBySideListener {
    private static final double BETWEEN = 1000.0 / 30;

    /** Takes the tokens on the JavaFX thread; {@link #settled} after each handful. */
    interface Reader {
        void token(Cell cell, SampleText.Token token);

        void settled();
    }

    private record Event(Cell cell, SampleText.Token token) {}

    private final Queue<Event> waiting = new ConcurrentLinkedQueue<>();
    private final Reader reader;
    private final Timeline timeline;

    TokenStream(Reader reader) {
        this.reader = reader;
        timeline = new Timeline(new KeyFrame(Duration.millis(BETWEEN), e -> drain()));
        timeline.setCycleCount(Timeline.INDEFINITE);
    }

    @Override
    public void token(Cell cell, int id, String piece, double cosine) {
        waiting.add(new Event(cell, new SampleText.Token(piece, cosine)));
    }

    void start() {
        timeline.play();
    }

    /** Hands over what is left. */
    void stop() {
        timeline.stop();
        drain();
    }

    private void drain() {
        boolean any = false;
        for (Event event = waiting.poll(); event != null; event = waiting.poll()) {
            reader.token(event.cell(), event.token());
            any = true;
        }
        if (any) {
            reader.settled();
        }
    }
}
