package org.vectorscope.ui.common;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.vectorscope.figure.Recipe;

/** A screen that is only a node with words about it. */
public final class PlainScreen implements Screen {
    private final ScreenId id;
    private final Node node;
    private final ObservableValue<Explanation> explanation;

    public PlainScreen(ScreenId id, Node node, Explanation explanation) {
        this.id = id;
        this.node = node;
        this.explanation = new SimpleObjectProperty<>(explanation);
    }

    @Override
    public ScreenId id() {
        return id;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Optional<MainAction> mainAction() {
        return Optional.empty();
    }

    @Override
    public ObservableValue<Explanation> explanation() {
        return explanation;
    }

    @Override
    public ObservableValue<Recipe> recipe() {
        return new SimpleObjectProperty<>(Recipe.NONE);
    }
}
