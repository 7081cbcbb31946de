package org.vectorscope.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.job.Monitor;
import org.vectorscope.store.Key;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Summary;
import org.vectorscope.vector.Extraction;
import org.vectorscope.vector.PairActivations;
import org.vectorscope.vector.SteeringVectors;

/** Steering vectors of contrast sets. Activations are kept apart from what is made of them, so that a second method costs no pass. */
public final class Vectors {
    private static final Cache.Form<Extraction> FORM = Cache.json(Extraction.class);

    private final Cache cache;

    Vectors(Cache cache) {
        this.cache = cache;
    }

    /** The set as the model will read it. */
    public Rendered render(OpenModel open, VectorSpec spec, Monitor monitor) {
        return open.templating(spec.template(), spec.system()).render(spec.set(), spec.readToken(), monitor);
    }

    /** Residuals at the read tokens of all layers, from one pass over the texts. */
    public Outcome<PairActivations> activations(OpenModel open, VectorSpec spec, Monitor monitor) {
        Rendered rendered = render(open, spec, monitor);
        Summary summary = summary(open, spec, spec.set().name() + " · read token " + rendered.readToken());
        return cache.get(
                Kind.ACTIVATIONS,
                Recipes.ofTexts(open, spec, rendered),
                summary,
                new ActivationForm(),
                () -> read(open, rendered, monitor));
    }

    /** Whether the activations are kept, so that no pass over the weights is needed. */
    boolean knows(OpenModel open, VectorSpec spec, Monitor monitor) {
        return cache.has(Kind.ACTIVATIONS, Recipes.ofTexts(open, spec, render(open, spec, monitor)));
    }

    /** Under which the activations of these texts are kept. */
    Key key(OpenModel open, VectorSpec spec, Monitor monitor) {
        return new Key(Kind.ACTIVATIONS, Recipes.ofTexts(open, spec, render(open, spec, monitor)));
    }

    /** Vectors of all layers with what predicts their effect. */
    public Outcome<Extraction> extract(OpenModel open, VectorSpec spec, Monitor monitor) {
        spec.set().atLeastTwoPairs(spec.set().name());
        Summary summary = summary(
                        open, spec, spec.method().title() + " · " + spec.set().name() + " · all layers")
                .using(key(open, spec, monitor));
        return cache.get(Kind.VECTOR, recipe(open, spec, monitor), summary, new OfPairs<>(FORM, spec.set()), () -> {
            PairActivations activations = activations(open, spec, monitor).value();
            return Extraction.of(activations, spec.method(), spec.seed(), monitor);
        });
    }

    /** The same where it is known already, without any pass over the weights. */
    public Optional<Outcome<Extraction>> cached(OpenModel open, VectorSpec spec, Monitor monitor) {
        return cache.find(Kind.VECTOR, recipe(open, spec, monitor), new OfPairs<>(FORM, spec.set()));
    }

    /** A vector out of a file, measured beside the activations of these texts. */
    public Outcome<Extraction> given(OpenModel open, VectorSpec spec, SavedVector saved, Monitor monitor) {
        PairActivations texts = activations(open, spec, monitor).value();
        Extraction extraction = Extraction.given(saved.byLayer(), saved.method().orElse(spec.method()), texts, monitor);
        return new Outcome<>(
                extraction,
                saved.run().number(),
                true,
                saved.run().took(),
                saved.run().created(),
                saved.run().recipe());
    }

    /** With the metadata that files carry. */
    public SteeringVectors named(OpenModel open, VectorSpec spec, Extraction extraction) {
        return new SteeringVectors(
                extraction.vectors(),
                open.name(),
                Optional.of(new SteeringVectors.Recipe(
                        open.checkpoint().fingerprint(),
                        spec.method(),
                        spec.read(),
                        spec.set().pairsSha256(),
                        spec.set().pairs().size())));
    }

    private static PairActivations read(OpenModel open, Rendered rendered, Monitor monitor) {
        TreeSet<Integer> layers = IntStream.range(0, open.checkpoint().config().layers())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        return PairActivations.capture(open.model(), rendered.texts(), rendered.readPositions(), layers, monitor);
    }

    private ObjectNode recipe(OpenModel open, VectorSpec spec, Monitor monitor) {
        return Recipes.ofTexts(open, spec, render(open, spec, monitor))
                .put("method", spec.method().word())
                .put("seed", spec.seed());
    }

    private static Summary summary(OpenModel open, VectorSpec spec, String title) {
        int last = open.checkpoint().config().layers() - 1;
        return new Summary(title, "0–" + last, spec.set().pairs().size());
    }
}
