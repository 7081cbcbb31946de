package org.vectorscope.figure.screen;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.plot.CellGrid;

/** Which cell of a map the pointer or the arrow keys are on. */
final class CellReader {
    private Chart.@Nullable Spot at;

    /** Where a key leads to from here; the first key goes to the picked cell. Empty for keys that mean nothing here. */
    Optional<Chart.Spot> key(KeyCode code, CellGrid grid) {
        Chart.Heat heat = grid.heat();
        Chart.Spot from = at == null ? heat.marked().orElse(new Chart.Spot(0, 0)) : at;
        Chart.Spot to =
                switch (code) {
                    case LEFT -> new Chart.Spot(from.row(), from.column() - 1);
                    case RIGHT -> new Chart.Spot(from.row(), from.column() + 1);
                    case UP -> new Chart.Spot(from.row() - 1, from.column());
                    case DOWN -> new Chart.Spot(from.row() + 1, from.column());
                    case HOME -> new Chart.Spot(from.row(), 0);
                    case END -> new Chart.Spot(from.row(), heat.columns().size() - 1);
                    default -> null;
                };
        if (to == null) {
            return Optional.empty();
        }
        at = at == null
                ? from
                : new Chart.Spot(
                        Math.clamp(to.row(), 0, heat.rows().size() - 1),
                        Math.clamp(to.column(), 0, heat.columns().size() - 1));
        return Optional.of(at);
    }
}
