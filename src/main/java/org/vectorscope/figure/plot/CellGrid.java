package org.vectorscope.figure.plot;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.vectorscope.figure.Chart;

/** Where the cells of a map were drawn last. */
public interface CellGrid {
    Chart.Heat heat();

    Optional<Chart.Spot> at(double x, double y);

    /** Empty before the first drawing. */
    Rectangle2D box(Chart.Spot spot);
}
