package org.vectorscope.ui.sidebyside;

import java.util.List;
import java.util.stream.DoubleStream;
import org.vectorscope.study.ArmKind;

/**
 * How cosines become tints. Residuals have much in common, and with it nearly the same cosine everywhere; what a reader
 * wants to see is where one lies above or below what is usual without steering.
 *
 * @param centre mean cosine of the unsteered column, of all columns where there is none
 * @param reach distance from the centre that gets the full tint
 */
record Tint(double centre, double reach) {
    /** Share of the tokens that lie within the reach; the rest get the full tint too. */
    private static final double WITHIN = 0.98;

    /** Share of the reach by which the centre may be off while texts grow. */
    private static final double HARDLY = 0.1;

    static Tint of(List<Column> columns) {
        List<Column> unsteered = columns.stream()
                .filter(c -> c.arm().kind() == ArmKind.NONE && !c.isPinned())
                .toList();
        double centre =
                cosines(unsteered.isEmpty() ? columns : unsteered).average().orElse(0);
        double[] distances =
                cosines(columns).map(c -> Math.abs(c - centre)).sorted().toArray();
        double far = distances.length == 0 ? 0 : distances[(int) (WITHIN * (distances.length - 1))];
        return new Tint(centre, Math.max(0.1, Math.ceil(far * 20 - 1e-9) / 20));
    }

    /**
     * This, or the one before where the eye could hardly tell them apart: the mean moves with every token, and each move
     * would colour everything anew.
     */
    Tint steadied(Tint before) {
        boolean near = reach == before.reach && Math.abs(centre - before.centre) < HARDLY * reach;
        return near ? before : this;
    }

    private static DoubleStream cosines(List<Column> columns) {
        return columns.stream()
                .flatMap(c -> c.texts().stream())
                .flatMapToDouble(SampleText::cosines)
                .filter(Double::isFinite);
    }
}
