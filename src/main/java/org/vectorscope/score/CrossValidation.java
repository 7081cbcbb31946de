package org.vectorscope.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.job.Monitor;

/** Scores of texts by models that saw neither the text nor its partner nor any other answer to the same prompt. */
final class CrossValidation {
    private static final int FOLDS = 5;

    private CrossValidation() {}

    /**
     * @param x [n, d]
     * @param group [n], from 0; one group is never on both sides
     * @return [n], log odds
     */
    static double[] logits(float[][] x, boolean[] positive, int[] group, double c, Monitor monitor) {
        int folds = (int) Math.min(FOLDS, IntStream.of(group).distinct().count());
        double[] logits = new double[x.length];
        for (int fold = 0; fold < folds; fold++) {
            monitor.check();
            int held = fold;
            int[] in = IntStream.range(0, x.length)
                    .filter(i -> group[i] % folds != held)
                    .toArray();
            LogisticModel model = LogisticModel.fit(rows(x, in), sides(positive, in), c);
            IntStream.range(0, x.length)
                    .filter(i -> group[i] % folds == held)
                    .forEach(i -> logits[i] = model.logit(x[i]));
            monitor.progress("Checking the scorer", fold + 1, folds);
        }
        return logits;
    }

    /** Two texts a pair; pairs of one prompt are one group, pairs without a prompt one each. */
    static int[] groups(List<Pair> pairs) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            String prompt = pairs.get(i).prompt().strip();
            String name = prompt.isEmpty() ? "pair " + i : "prompt " + prompt;
            int number = numbers.computeIfAbsent(name, n -> numbers.size());
            groups.add(number);
            groups.add(number);
        }
        return groups.stream().mapToInt(Integer::intValue).toArray();
    }

    private static float[][] rows(float[][] x, int[] which) {
        return IntStream.of(which).mapToObj(i -> x[i]).toArray(float[][]::new);
    }

    private static boolean[] sides(boolean[] positive, int[] which) {
        boolean[] sides = new boolean[which.length];
        for (int i = 0; i < which.length; i++) {
            sides[i] = positive[which[i]];
        }
        return sides;
    }
}
