package org.vectorscope.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.PrecisionChoice;
import org.vectorscope.lab.SavedVector;
import org.vectorscope.lab.VectorSpec;
import org.vectorscope.vector.ExtractionMethod;

/**
 * What is in force: the one model all screens look at. Changed on the JavaFX thread only. What depends on something
 * else tells how fresh it is; a stale vector stays here so that it can be named, and is never handed out as current.
 */
public final class LabState {
    /** Enough for a first answer in well under a minute on the starter. */
    private static final int SWEEP_ITEMS = 50;

    private final ObjectProperty<PrecisionChoice> precision = new SimpleObjectProperty<>(PrecisionChoice.F32);
    private final ObjectProperty<Optional<OpenModel>> model = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ContrastSet>> set = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<SortedSet<Integer>> dropped = new SimpleObjectProperty<>(new TreeSet<>());
    private final ObjectProperty<TemplateChoice> template = new SimpleObjectProperty<>(TemplateChoice.AUTO);
    private final ObjectProperty<Optional<String>> system = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<OptionalInt> readToken = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<ExtractionMethod> method = new SimpleObjectProperty<>(ExtractionMethod.MEAN);
    private final IntegerProperty layer = new SimpleIntegerProperty(-1);
    private final DoubleProperty strength = new SimpleDoubleProperty(1);
    private final ObjectProperty<LayerMeasure> measure = new SimpleObjectProperty<>(LayerMeasure.AGREEMENT);
    private final ObjectProperty<Optional<VectorInForce>> lastVector = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<SavedVector>> imported = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Path>> corpus = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Question>> question = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty sweeping = new SimpleBooleanProperty();
    private final IntegerProperty sweepItems = new SimpleIntegerProperty(SWEEP_ITEMS);
    private final BooleanProperty extracting = new SimpleBooleanProperty();
    private final ObjectBinding<Optional<ContrastSet>> pairsInUse =
            Bindings.createObjectBinding(this::keptPairs, set, dropped);
    private final ObjectBinding<Optional<VectorSpec>> vectorSpec =
            Bindings.createObjectBinding(this::spec, pairsInUse, template, system, readToken, method);
    private final ObjectBinding<Optional<VectorInForce>> vector =
            Bindings.createObjectBinding(this::currentVector, lastVector, vectorSpec, model, imported);
    private final ObjectBinding<Freshness> vectorFreshness =
            Bindings.createObjectBinding(this::freshness, vector, lastVector, vectorSpec, model, extracting);

    public LabState() {
        set.addListener((o, was, is) -> {
            dropped.set(new TreeSet<>());
            readToken.set(OptionalInt.empty());
        });
    }

    private Optional<ContrastSet> keptPairs() {
        return set.get().map(all -> {
            List<ContrastSet.Pair> kept = IntStream.range(0, all.pairs().size())
                    .filter(i -> !dropped.get().contains(i))
                    .mapToObj(all.pairs()::get)
                    .toList();
            return kept.size() == all.pairs().size() ? all : all.withPairs(kept);
        });
    }

    private Optional<VectorSpec> spec() {
        return pairsInUse
                .get()
                .map(pairs -> new VectorSpec(pairs, template.get(), system.get(), readToken.get(), method.get(), 0));
    }

    private Optional<VectorInForce> currentVector() {
        return lastVector.get().filter(this::isCurrent);
    }

    private boolean isCurrent(VectorInForce made) {
        return model.get().isPresent()
                && vectorSpec.get().isPresent()
                && made.imported().equals(imported.get())
                && made.isOf(model.get().get(), vectorSpec.get().get());
    }

    private Freshness freshness() {
        if (extracting.get()) {
            return Freshness.RUNNING;
        }
        if (model.get().isEmpty() || vectorSpec.get().isEmpty()) {
            return Freshness.MISSING;
        }
        if (vector.get().isPresent()) {
            return vector.get().get().outcome().cached() ? Freshness.CACHED : Freshness.FRESH;
        }
        return lastVector.get().isPresent() ? Freshness.STALE : Freshness.TO_COMPUTE;
    }

    /** What models are loaded in from now on; the one in force may have been loaded in another. */
    public ObjectProperty<PrecisionChoice> precision() {
        return precision;
    }

    /** Change it through {@link LabCommands}, which closes the one before. */
    public ObjectProperty<Optional<OpenModel>> model() {
        return model;
    }

    /** The whole contrast set; setting it forgets dropped pairs and the read token. */
    public ObjectProperty<Optional<ContrastSet>> set() {
        return set;
    }

    /** Indexes into the whole set. Replace the set, do not change it. */
    public ObjectProperty<SortedSet<Integer>> dropped() {
        return dropped;
    }

    /** The set without its dropped pairs. */
    public ObjectBinding<Optional<ContrastSet>> pairsInUse() {
        return pairsInUse;
    }

    public ObjectProperty<TemplateChoice> template() {
        return template;
    }

    /** Text of the system turn; empty leaves it to the template. */
    public ObjectProperty<Optional<String>> system() {
        return system;
    }

    /** Counted from the end; empty is the set's own. */
    public ObjectProperty<OptionalInt> readToken() {
        return readToken;
    }

    public ObjectProperty<ExtractionMethod> method() {
        return method;
    }

    /** The selected layer, from 0; −1 without a model. */
    public IntegerProperty layer() {
        return layer;
    }

    /** In multiples of v. */
    public DoubleProperty strength() {
        return strength;
    }

    public ObjectProperty<LayerMeasure> measure() {
        return measure;
    }

    /** What a vector would be made from now; empty without a set. */
    public ObjectBinding<Optional<VectorSpec>> vectorSpec() {
        return vectorSpec;
    }

    /** The vector out of a file that stands in place of the pairs' own; put there by {@link LabCommands}. */
    public ObjectProperty<Optional<SavedVector>> imported() {
        return imported;
    }

    /** A text file whose tokens the geometry is measured on; empty for the pairs. */
    public ObjectProperty<Optional<Path>> corpus() {
        return corpus;
    }

    /** Whether the Vector screen shows the sweep in place of the predictors. */
    public BooleanProperty sweeping() {
        return sweeping;
    }

    /** Most items to sweep. */
    public IntegerProperty sweepItems() {
        return sweepItems;
    }

    /** What Side by side is wanted to ask; empty where nobody asks for anything but what is set there. */
    public ObjectProperty<Optional<Question>> question() {
        return question;
    }

    /** The vector of just what is in force; empty while it is stale or not computed. */
    public ObjectBinding<Optional<VectorInForce>> vector() {
        return vector;
    }

    public ObjectBinding<Freshness> vectorFreshness() {
        return vectorFreshness;
    }

    /** The vector computed or read last, whether or not it is still current. */
    ObjectProperty<Optional<VectorInForce>> lastVector() {
        return lastVector;
    }

    BooleanProperty extracting() {
        return extracting;
    }
}
