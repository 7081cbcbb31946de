package org.vectorscope.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.contrast.ContrastSet.Pair;

class DraftTest {
    private static final Pair A = new Pair("", "a+", "a-");
    private static final Pair B = new Pair("", "b+", "b-");
    private static final Pair C = new Pair("", "c+", "c-");

    private final Draft draft =
            Draft.of(new ContrastSet("s", "S", "", Kind.TEXT, "more", "less", List.of(A, B, C), List.of(), List.of()));

    @Test
    void droppedPairsStayInTheTableAndOutOfUse() {
        Draft dropped = draft.dropping(List.of(1));

        assertThat(dropped.set().pairs()).containsExactly(A, B, C);
        assertThat(dropped.inUse().orElseThrow().pairs()).containsExactly(A, C);
        assertThat(dropped.usedIndices()).containsExactly(0, 2);
        assertThat(dropped.using(List.of(1))).isEqualTo(draft);
        assertThat(draft.dropping(List.of(0, 1, 2)).inUse()).isEmpty();
    }

    @Test
    void removingKeepsTrackOfWhatIsDropped() {
        Draft left = draft.dropping(List.of(2)).removing(List.of(0));

        assertThat(left.set().pairs()).containsExactly(B, C);
        assertThat(left.dropped()).containsExactly(1);
    }

    @Test
    void everyChangeCanBeUndoneAndDoneAgain() {
        History history = new History(draft);
        history.change(draft.replacing(0, B));
        history.change(history.now().adding(List.of(C)));

        history.undo();
        assertThat(history.now().set().pairs()).containsExactly(B, B, C);
        history.undo();
        assertThat(history.now()).isEqualTo(draft);
        assertThat(history.canUndo()).isFalse();
        history.redo();
        history.redo();
        assertThat(history.now().set().pairs()).containsExactly(B, B, C, C);
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void aNewChangeForgetsWhatWasUndone() {
        History history = new History(draft);
        history.change(draft.dropping(List.of(0)));
        history.undo();
        history.change(draft.dropping(List.of(1)));

        assertThat(history.canRedo()).isFalse();
        assertThat(history.change(draft.dropping(List.of(1)))).isFalse();
    }
}
