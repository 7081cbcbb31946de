package org.vectorscope.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.vectorscope.ui.common.ScreenId;

/** What the guided tour says. */
final class TourSteps {
    private TourSteps() {}

    static List<GuidedTour.Step> of(Navigation navigation, Node chips, Node strip) {
        return List.of(
                at(
                        navigation,
                        ScreenId.MODEL,
                        "Load a model",
                        "The starter model is small enough for any machine."
                                + " Folders and GGUF files can also be dropped on the window."),
                at(
                        navigation,
                        ScreenId.CONTRAST,
                        "Choose a contrast set",
                        "Pairs of texts that differ in one trait."
                                + " The token that is read is outlined, so you see what the model sees."),
                at(
                        navigation,
                        ScreenId.VECTOR,
                        "Extract the vector",
                        "One pass gives a vector for every layer, with"
                                + " numbers that say before any generation whether it is likely to steer."),
                new GuidedTour.Step(
                        Optional.empty(),
                        strip,
                        "Choose a layer",
                        "One cell per block; darker is more of"
                                + " the measure at the left. The star marks the recommended layer; arrow keys move."),
                at(
                        navigation,
                        ScreenId.GEOMETRY,
                        "Look where it lies",
                        "How long the vector is beside the activations,"
                                + " and which share of it lies in directions that the texts do not use."),
                at(
                        navigation,
                        ScreenId.SIDE_BY_SIDE,
                        "See what it does",
                        "No steering, the vector, its opposite and a"
                                + " random push of the same length, with the same random numbers, side by side."),
                at(
                        navigation,
                        ScreenId.RUNS,
                        "Find it again",
                        "Everything computed is kept with its recipe: open it," + " replay it, compare two."),
                new GuidedTour.Step(
                        Optional.empty(),
                        chips,
                        "What is in force",
                        "These chips always say which model,"
                                + " pairs, layer and vector the screens show. Change one, and what rests on it says so."));
    }

    private static GuidedTour.Step at(Navigation navigation, ScreenId screen, String title, String words) {
        return new GuidedTour.Step(Optional.of(screen), navigation.item(screen), title, words);
    }
}
