package org.vectorscope.cli.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.figure.Figure;
import org.vectorscope.geometry.ActivationGeometry;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Comparison;
import org.vectorscope.lab.Direction;
import org.vectorscope.lab.Figures;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.VectorSpec;
import org.vectorscope.study.ArmEffects;
import org.vectorscope.study.ArmList;
import org.vectorscope.study.SideBySideListener;
import org.vectorscope.study.SideBySideResult;
import org.vectorscope.study.SideBySideSpec;
import org.vectorscope.study.SideBySideSpec.Prompt;
import org.vectorscope.study.StrengthUnit;
import org.vectorscope.vector.Extraction;
import org.vectorscope.vector.Recommendation;

/** Everything that the tour computes, one step after the other. */
public record Walk(
        VectorSpec spec,
        Extraction extraction,
        ActivationGeometry geometry,
        Direction direction,
        SideBySideResult texts,
        List<ArmEffects.ArmEffect> effects) {
    public static final String SET = "sentiment";
    public static final double THRESHOLD = ActivationGeometry.DEFAULT_THRESHOLD;

    private static final String ARMS = "none,v,-v,sqrt2v,orthogonal:1,perp:1,random:1";
    private static final int MAX_TOKENS = 40;
    /** Named before anything was generated with it, and not one of those that chose the prompts. */
    private static final long SEED = 2026;

    public static Walk through(Lab lab, OpenModel open, Monitor monitor) {
        ContrastSet set = SampleSets.find(SET).orElseThrow();
        VectorSpec spec = VectorSpec.of(set);
        Extraction extraction = lab.vectors().extract(open, spec, monitor).value();
        Recommendation recommended =
                extraction.recommendation(open.checkpoint().config().layers());
        int layer = recommended.layer();
        ActivationGeometry geometry =
                lab.geometries().ofPairs(open, spec, layer, monitor).value();
        Direction direction = lab.directions().of(open, spec, Optional.of(layer), monitor);
        SideBySideSpec question = question(open, set, layer, recommended.strength());
        Comparison comparison = Comparison.trainedOnAll(question, direction, set);
        SideBySideResult texts = lab.generations()
                .run(open, comparison, SideBySideListener.NONE, monitor)
                .value();
        return new Walk(spec, extraction, geometry, direction, texts, ArmEffects.of(texts));
    }

    /** Held-out prompts, one sampled text of each arm a prompt. */
    private static SideBySideSpec question(OpenModel open, ContrastSet set, int layer, double strength) {
        List<Prompt> prompts = set.prompts().stream()
                .map(text -> new Prompt(
                        text,
                        open.prompt(text, TemplateChoice.AUTO, Optional.empty()).ids()))
                .toList();
        Sampling sampling = new Sampling(0.8, 1, MAX_TOKENS, SEED, false);
        return new SideBySideSpec(
                prompts, ArmList.parse(ARMS), layer, strength, StrengthUnit.VECTOR, TokenRange.FROM_LAST, 1, sampling);
    }

    public List<Figure> figures(OpenModel open) {
        Figures figures = new Figures(open, spec);
        List<Figure> all = new ArrayList<>();
        all.add(figures.layers(extraction));
        all.add(figures.activationNorms(geometry, direction.v()));
        all.add(figures.pairDifferences(geometry, direction.v(), new TreeSet<>()));
        all.add(figures.spectrum(geometry, THRESHOLD));
        all.add(figures.energy(geometry, direction.v(), THRESHOLD));
        all.add(figures.effects(texts, effects));
        all.add(figures.columns(texts, 0));
        return all;
    }
}
