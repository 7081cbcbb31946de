package org.vectorscope.ui.vector;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vectorscope.figure.Charts;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.Recipe;
import org.vectorscope.figure.Recipe.Fact;
import org.vectorscope.geometry.Rows;
import org.vectorscope.lab.SavedVector;

/** Cosines between saved vectors at one layer. */
final class SavedCosines {
    /** More cannot be told apart in the picture. */
    static final int MOST = 8;

    private SavedCosines() {}

    static Optional<Figure> figure(List<SavedVector> saved, int layer) {
        List<SavedVector> here = saved.stream().limit(MOST).toList();
        if (here.size() < 2) {
            return Optional.empty();
        }
        double[][] values = new double[here.size()][here.size()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                values[i][j] = cosine(here.get(i), here.get(j), layer);
            }
        }
        List<String> numbers =
                IntStream.rangeClosed(1, here.size()).mapToObj(String::valueOf).toList();
        List<Fact> facts = IntStream.range(0, here.size())
                .mapToObj(i -> new Fact(numbers.get(i), here.get(i).name()))
                .toList();
        String caption = "Cosines between steering vectors at layer " + layer + ": " + legend(facts) + ".";
        return Optional.of(new Figure(
                "cosines-" + layer,
                "Cosine",
                "same order as the table",
                Charts.cosines(numbers, values),
                caption,
                new Recipe(facts, "")));
    }

    private static String legend(List<Fact> facts) {
        return String.join(
                ", ", facts.stream().map(f -> f.name() + " " + f.value()).toList());
    }

    /** NaN where one of them has no vector at this layer. */
    private static double cosine(SavedVector a, SavedVector b, int layer) {
        float[] left = a.byLayer().get(layer);
        float[] right = b.byLayer().get(layer);
        return left == null || right == null ? Double.NaN : Rows.cosine(left, right);
    }
}
