package org.vectorscope.ui.sidebyside;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Comparison;
import org.vectorscope.lab.Direction;
import org.vectorscope.lab.Directions;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.study.SideBySideSpec;
import org.vectorscope.study.SideBySideSpec.Prompt;
import org.vectorscope.study.StrengthUnit;
import org.vectorscope.ui.common.VectorInForce;

/** What the lab is asked for these settings. */
final class ComparisonOf {
    private ComparisonOf() {}

    /** Off the JavaFX thread: arms drawn inside or outside the null space need the activations. */
    static Comparison settings(OpenModel open, Settings now, Directions directions, Monitor monitor) {
        Direction direction = direction(now);
        Direction whole = now.arms().needsCovariance()
                ? directions.with(direction, open, now.vector().spec(), monitor)
                : direction;
        List<Prompt> prompts = now.prompts().stream()
                .map(text -> new Prompt(
                        text,
                        open.prompt(text, now.vector().spec().template(), now.system())
                                .ids()))
                .toList();
        SideBySideSpec spec = new SideBySideSpec(
                prompts,
                now.arms(),
                now.layer(),
                now.strength(),
                StrengthUnit.VECTOR,
                now.tokens(),
                now.samples(),
                now.sampling());
        ContrastSet trait = now.vector().spec().set();
        return now.vector()
                .imported()
                .map(file -> new Comparison(
                        spec,
                        Optional.of(whole),
                        Optional.of(trait),
                        Comparison.trained(trait, file.vectors().recipe())))
                .orElseGet(() -> Comparison.trainedOnAll(spec, whole, trait));
    }

    private static Direction direction(Settings now) {
        VectorInForce vector = now.vector();
        return new Direction(
                now.layer(),
                vector.outcome().value().at(now.layer()),
                OptionalDouble.of(vector.at(now.layer()).orElseThrow().residualNorm()),
                Optional.empty());
    }
}
