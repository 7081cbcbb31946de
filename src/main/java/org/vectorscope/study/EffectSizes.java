package org.vectorscope.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import org.vectorscope.geometry.Gaussians;
import org.vectorscope.geometry.Percentile;

/**
 * Compares the scores of two arms with respect to prompts: the interval redraws prompts, not texts (cluster bootstrap),
 * and chance shuffles the labels of texts that answer the same prompt. Prompts that only one arm answered are redrawn
 * among themselves and shuffled as wholes.
 */
public final class EffectSizes {
    private static final int DRAWS = 2000;

    /** Texts of one prompt in both arms. */
    private record Cluster(double[] a, double[] b) {
        Moments moments() {
            Moments moments = new Moments();
            Arrays.stream(a).forEach(moments::addA);
            Arrays.stream(b).forEach(moments::addB);
            return moments;
        }
    }

    private final List<Cluster> shared = new ArrayList<>();
    private final List<Cluster> onlyA = new ArrayList<>();
    private final List<Cluster> onlyB = new ArrayList<>();
    private final Gaussians random;

    private EffectSizes(Scores a, Scores b, long seed) {
        random = new Gaussians(seed, 0);
        double centre = (a.mean() + b.mean()) / 2; // of no effect on d, but on its digits
        for (Cluster cluster : clusters(a, b, centre).values()) {
            if (cluster.b().length == 0) {
                onlyA.add(cluster);
            } else if (cluster.a().length == 0) {
                onlyB.add(cluster);
            } else {
                shared.add(cluster);
            }
        }
    }

    /** Cohen's d alone: (mean a − mean b) / pooled standard deviation (n − 1); NaN where it does not exist. */
    public static double cohensD(double[] a, double[] b) {
        return compare(Scores.independent(a, 0), Scores.independent(b, a.length), 0, 0)
                .d();
    }

    /** @param seed of the redraws and shufflings */
    public static Effect compare(Scores a, Scores b, long seed) {
        return compare(a, b, seed, DRAWS);
    }

    private static Effect compare(Scores a, Scores b, long seed, int draws) {
        EffectSizes effects = new EffectSizes(a, b, seed);
        double d = effects.d();
        double[] redrawn = Double.isNaN(d) ? new double[0] : sorted(draws, effects::redrawn);
        double[] shuffled = Double.isNaN(d) ? new double[0] : sorted(draws, () -> Math.abs(effects.shuffled()));
        double atLeast = Arrays.stream(shuffled)
                .filter(value -> value >= Math.abs(d) * (1 - 1e-12))
                .count();
        return new Effect(
                d,
                percentile(redrawn, 0.025),
                percentile(redrawn, 0.975),
                Arrays.stream(shuffled).average().orElse(Double.NaN),
                percentile(shuffled, 0.95),
                shuffled.length == 0 ? Double.NaN : (1 + atLeast) / (1 + shuffled.length),
                a.n(),
                b.n());
    }

    private double d() {
        Moments all = new Moments();
        List.of(shared, onlyA, onlyB).forEach(kind -> kind.forEach(cluster -> all.add(cluster.moments())));
        return all.d();
    }

    private double redrawn() {
        Moments all = new Moments();
        for (List<Cluster> kind : List.of(shared, onlyA, onlyB)) {
            for (int i = 0; i < kind.size(); i++) {
                all.add(kind.get(random.below(kind.size())).moments());
            }
        }
        return all.d();
    }

    private double shuffled() {
        Moments all = new Moments();
        for (Cluster cluster : shared) {
            double[] values = Arrays.copyOf(cluster.a(), cluster.a().length + cluster.b().length);
            System.arraycopy(cluster.b(), 0, values, cluster.a().length, cluster.b().length);
            shuffle(values);
            for (int i = 0; i < values.length; i++) {
                if (i < cluster.a().length) {
                    all.addA(values[i]);
                } else {
                    all.addB(values[i]);
                }
            }
        }
        shuffleWholes(all);
        return all.d();
    }

    /** Gives as many of the prompts that one arm alone answered to the first arm as it had. */
    private void shuffleWholes(Moments all) {
        List<Cluster> wholes = new ArrayList<>(onlyA);
        wholes.addAll(onlyB);
        for (int i = 0; i < wholes.size(); i++) {
            Collections.swap(wholes, i, i + random.below(wholes.size() - i));
            DoubleConsumer arm = i < onlyA.size() ? all::addA : all::addB;
            Arrays.stream(wholes.get(i).a()).forEach(arm);
            Arrays.stream(wholes.get(i).b()).forEach(arm);
        }
    }

    /** Fisher and Yates. */
    private void shuffle(double[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.below(i + 1);
            double kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    private static SortedMap<Integer, Cluster> clusters(Scores a, Scores b, double centre) {
        SortedMap<Integer, Cluster> clusters = new TreeMap<>();
        for (int id : a.clusters()) {
            clusters.computeIfAbsent(id, key -> new Cluster(of(a, key, centre), of(b, key, centre)));
        }
        for (int id : b.clusters()) {
            clusters.computeIfAbsent(id, key -> new Cluster(of(a, key, centre), of(b, key, centre)));
        }
        return clusters;
    }

    private static double[] of(Scores scores, int cluster, double centre) {
        double[] values = new double[scores.n()];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (scores.clusters()[i] == cluster) {
                values[count++] = scores.values()[i] - centre;
            }
        }
        return Arrays.copyOf(values, count);
    }

    private static double[] sorted(int draws, DoubleSupplier draw) {
        double[] values = new double[draws];
        Arrays.setAll(values, i -> draw.getAsDouble());
        return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : Percentile.of(sorted, share);
    }
}
