package org.vectorscope.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.LastTokenJacobian;
import org.vectorscope.engine.OutputHead;
import org.vectorscope.file.BadInput;
import org.vectorscope.geometry.JacobianGeometry;
import org.vectorscope.geometry.Response;
import org.vectorscope.job.Monitor;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Summary;

/** How the logits answer to changes at a layer, at the places where activations are read. */
public final class Jacobians {
    /** Prompts where none are asked for: their mean is told apart from noise, and a small model takes seconds. */
    public static final int PROMPTS = 8;

    private static final int MOST = 256;

    /** Of these, a change of a thousandth is rounding. */
    private static final Set<String> COARSE = Set.of("bf16", "f16");

    private static final Cache.Form<JacobianGeometry> FORM = Cache.json(JacobianGeometry.class);

    private final Cache cache;
    private final Vectors vectors;

    Jacobians(Cache cache, Vectors vectors) {
        this.cache = cache;
        this.vectors = vectors;
    }

    /**
     * Where to look.
     *
     * @param layer of the residual stream
     * @param prompts how many
     * @param vector whose place among the directions is wanted, [d_model]
     */
    public record Place(int layer, int prompts, Optional<float[]> vector) {}

    /** At the read tokens of some of the pairs' texts, spread over the set; each text ends there. */
    public Outcome<JacobianGeometry> ofPairs(OpenModel open, VectorSpec spec, Place place, Monitor monitor) {
        check(open, place);
        Rendered rendered = vectors.render(open, spec, monitor);
        Summary summary = new Summary("Jacobian · " + spec.set().name(), String.valueOf(place.layer()), place.prompts())
                .using(vectors.key(open, spec, monitor));
        return cache.get(
                Kind.JACOBIAN,
                recipe(Recipes.ofTexts(open, spec, rendered), place).put("source", "pairs"),
                summary,
                FORM,
                () -> measure(open.model(), ended(rendered, place.prompts()), place, monitor));
    }

    /** The same where it is known already. */
    public Optional<Outcome<JacobianGeometry>> cached(OpenModel open, VectorSpec spec, Place place, Monitor monitor) {
        ObjectNode recipe = recipe(Recipes.ofTexts(open, spec, vectors.render(open, spec, monitor)), place);
        return cache.find(Kind.JACOBIAN, recipe.put("source", "pairs"), FORM);
    }

    /** At the ends of some of the documents, spread over the file; one document a line. */
    public Outcome<JacobianGeometry> ofCorpus(OpenModel open, Path corpus, Place place, Monitor monitor) {
        check(open, place);
        List<int[]> documents = documents(open, corpus, place);
        Summary summary = new Summary(
                "Jacobian · corpus " + corpus.getFileName(), String.valueOf(place.layer()), documents.size());
        return cache.get(
                Kind.JACOBIAN,
                recipe(open, corpus, documents, place),
                summary,
                new OfFile<>(FORM, corpus),
                () -> measure(open.model(), documents, place, monitor));
    }

    /** The same where it is known already. */
    public Optional<Outcome<JacobianGeometry>> cached(OpenModel open, Path corpus, Place place) {
        ObjectNode recipe = recipe(open, corpus, documents(open, corpus, place), place);
        return cache.find(Kind.JACOBIAN, recipe, new OfFile<>(FORM, corpus));
    }

    private static List<int[]> documents(OpenModel open, Path corpus, Place place) {
        return spread(Geometries.documents(open, corpus), place.prompts());
    }

    private static ObjectNode recipe(OpenModel open, Path corpus, List<int[]> documents, Place place) {
        return recipe(Recipes.ofModel(open), place)
                .put("source", "corpus")
                .put("corpus", String.valueOf(corpus.getFileName()))
                .put("idsSha256", Recipes.hash(documents));
    }

    private static ObjectNode recipe(ObjectNode of, Place place) {
        of.put("layer", place.layer())
                .put("prompts", place.prompts())
                .put("step", LastTokenJacobian.STEP)
                .put("algorithm", LastTokenJacobian.ALGORITHM);
        place.vector()
                .ifPresent(v -> of.put(
                        "vectorSha256",
                        new Direction(place.layer(), v, OptionalDouble.empty(), Optional.empty()).sha256()));
        return of;
    }

    private static JacobianGeometry measure(LanguageModel model, List<int[]> prompts, Place place, Monitor monitor) {
        List<float[]> vector = place.vector().stream().toList();
        Forms forms = new Forms(model.head());
        List<JacobianGeometry.Prompt> measured = new ArrayList<>();
        for (int[] ids : prompts) {
            monitor.progress("Jacobian of " + prompts.size() + " prompts", measured.size(), prompts.size());
            Monitor quiet = monitor.quiet();
            LastTokenJacobian jacobian = model.jacobian(ids, place.layer(), LastTokenJacobian.STEP, quiet);
            double[] fisher = model.head().form(jacobian.normed(), OutputHead.Measure.FISHER, quiet);
            measured.add(new JacobianGeometry.Prompt(
                    ids.length,
                    Response.of(jacobian.changes(), forms.logits(jacobian.normed(), quiet), vector),
                    Response.of(jacobian.changes(), fisher, vector)));
        }
        int d = model.config().dModel();
        return new JacobianGeometry(
                place.layer(), d, model.config().vocabulary(), LastTokenJacobian.STEP, List.copyOf(measured));
    }

    /** The logits' form is the same at every prompt where the head is linear: then it is measured once. */
    private static final class Forms {
        private final OutputHead head;
        private Optional<double[]> known = Optional.empty();

        Forms(OutputHead head) {
            this.head = head;
        }

        double[] logits(float[] at, Monitor monitor) {
            if (known.isEmpty() || !head.isLinear()) {
                known = Optional.of(head.form(at, OutputHead.Measure.LOGITS, monitor));
            }
            return known.get();
        }
    }

    private static List<int[]> ended(Rendered rendered, int count) {
        List<int[]> texts = rendered.texts();
        int[] read = rendered.readPositions();
        List<int[]> ended = new ArrayList<>(texts.size());
        for (int i = 0; i < read.length; i++) {
            ended.add(Arrays.copyOf(texts.get(i), read[i] + 1));
        }
        return spread(ended, count);
    }

    private static List<int[]> spread(List<int[]> texts, int count) {
        int kept = Math.min(count, texts.size());
        List<int[]> spread = new ArrayList<>(kept);
        for (int i = 0; i < kept; i++) {
            spread.add(texts.get((int) ((i + 0.5) * texts.size() / kept)));
        }
        return spread;
    }

    private static void check(OpenModel open, Place place) {
        Geometries.checkLayer(open, place.layer());
        if (place.prompts() < 1 || place.prompts() > MOST) {
            throw new BadInput("--jacobian", place.prompts() + " is not a number of prompts from 1 to " + MOST);
        }
        if (COARSE.contains(open.dtype())) {
            throw new BadInput(
                    "--jacobian", "small differences do not survive " + open.dtype() + "; measure with f32 or f16w");
        }
    }
}
