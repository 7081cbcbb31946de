package org.vectorscope.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.engine.Steering;
import org.vectorscope.job.Monitor;
import org.vectorscope.study.ArmList;
import org.vectorscope.study.LetterShift;
import org.vectorscope.study.LetterShifts;
import org.vectorscope.study.SweepItem;

/** Asks the model an A/B set's items under the arms of a comparison: those that the vector was made without, if any. */
final class Letters {
    private final OpenModel open;
    private final ContrastSet asked;
    private final boolean heldOut;

    /** @param comparison whose trait is an A/B set */
    Letters(OpenModel open, Comparison comparison) {
        this.open = open;
        ContrastSet set = comparison.trait().orElseThrow();
        this.heldOut = comparison.trained() < set.pairs().size();
        this.asked = heldOut
                ? set.withPairs(
                        set.pairs().subList(comparison.trained(), set.pairs().size()))
                : set;
    }

    List<LetterShift> shifts(ArmList arms, List<Steering> steering, Monitor monitor) {
        Rendered rendered =
                open.templating(TemplateChoice.AUTO, Optional.empty()).render(asked, OptionalInt.empty(), monitor);
        List<SweepItem> items = new ArrayList<>();
        for (Rendered.Pair pair : rendered.pairs()) {
            items.add(SweepItem.of(pair, asked.name() + ", item " + (items.size() + 1)));
        }
        return new LetterShifts(open.model(), items, heldOut).of(arms, steering, monitor);
    }
}
