package org.vectorscope.ui.sidebyside;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vectorscope.study.ArmList;
import org.vectorscope.study.SideBySideListener.Cell;
import org.vectorscope.study.SideBySideResult;

/** The columns in sight: those of the last run, then the pinned ones; and the one that differences are told from. */
final class Columns {
    private final ObjectProperty<List<Column>> all = new SimpleObjectProperty<>(List.of());
    private final List<Column> pinned = new ArrayList<>();
    private final ObjectProperty<Integer> reference = new SimpleObjectProperty<>(0);

    /** Empty ones for a run, the pinned ones behind them. */
    void begin(Settings now) {
        List<Column> next = new ArrayList<>();
        now.arms().arms().forEach(arm -> next.add(Column.of(arm, now.rows())));
        next.addAll(pinned);
        all.set(List.copyOf(next));
        if (reference.get() >= now.arms().arms().size()) {
            reference.set(0);
        }
    }

    /** The whole answer, with its figures. */
    void fill(Settings ran, SideBySideResult result) {
        for (int arm = 0; arm < ran.arms().arms().size(); arm++) {
            Column column = all.get().get(arm);
            int place = place(ran.arms().arms().get(arm), result);
            column.figures().set(FiguresOf.arm(result, place));
            for (int p = 0; p < result.prompts().size(); p++) {
                fill(
                        column,
                        p * ran.samples(),
                        result.prompts().get(p).arms().get(place).samples());
            }
        }
    }

    /** Recipes count the draws of a kind, so that a kept answer may have the arms in another order. */
    private static int place(ArmList.Named arm, SideBySideResult result) {
        List<String> names = result.prompts().getFirst().arms().stream()
                .map(SideBySideResult.ArmResult::name)
                .toList();
        return names.indexOf(arm.name());
    }

    /** What the stream did not bring: everything where the answer was in the cache. */
    private static void fill(Column column, int row, List<SideBySideResult.Sample> texts) {
        for (int sample = 0; sample < texts.size(); sample++) {
            SampleText text = column.texts().get(row + sample);
            SideBySideResult.Sample from = texts.get(sample);
            for (int i = text.length(); i < from.pieces().size(); i++) {
                double cosine = i < from.cosines().length ? from.cosines()[i] : Double.NaN;
                text.append(new SampleText.Token(from.pieces().get(i), cosine));
            }
        }
    }

    /** Keeps a column beside the next runs. @param note what it was run with */
    void pin(Column column, String note) {
        pinned.add(column.pinned(note));
        List<Column> next = new ArrayList<>(all.get());
        next.add(pinned.getLast());
        all.set(List.copyOf(next));
    }

    void unpin(Column column) {
        pinned.remove(column);
        all.set(all.get().stream().filter(c -> c != column).toList());
    }

    /** Whether no text of the last run has begun. */
    boolean isEmpty() {
        return all.get().stream()
                .filter(column -> !column.isPinned())
                .flatMap(column -> column.texts().stream())
                .allMatch(text -> text.length() == 0);
    }

    int pinned() {
        return pinned.size();
    }

    ObjectProperty<List<Column>> all() {
        return all;
    }

    ObjectProperty<Integer> reference() {
        return reference;
    }

    /** Appends what a run brings to the columns that are there now. */
    TokenStream.Reader reader(Settings ran, Runnable settled) {
        return new Growing(ran, all.get(), System.nanoTime(), settled);
    }

    private record Growing(Settings ran, List<Column> into, long begun, Runnable done) implements TokenStream.Reader {
        @Override
        public void token(Cell cell, SampleText.Token token) {
            into.get(cell.arm())
                    .texts()
                    .get(cell.prompt() * ran.samples() + cell.sample())
                    .append(token);
        }

        @Override
        public void settled() {
            double seconds = (System.nanoTime() - begun) / 1e9;
            for (int arm = 0; arm < ran.arms().arms().size(); arm++) {
                Column column = into.get(arm);
                double tokens =
                        column.texts().stream().mapToInt(SampleText::length).sum();
                column.figures()
                        .set(column.figures()
                                .get()
                                .growing(tokens / column.texts().size(), tokens / seconds));
            }
            done.run();
        }
    }
}
