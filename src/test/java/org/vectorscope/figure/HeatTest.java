package org.vectorscope.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.figure.export.ExportSpec;
import org.vectorscope.figure.export.FigureExport;
import org.vectorscope.figure.plot.CellGrid;
import org.vectorscope.figure.plot.Drawing;
import org.vectorscope.job.Monitor;

class HeatTest {
    @TempDir
    Path folder;

    private static Chart.Heat heat() {
        List<List<Chart.Cell>> cells = new ArrayList<>();
        for (int row = 0; row < 3; row++) {
            double strength = 1 - row;
            cells.add(IntStream.range(0, 30)
                    .mapToObj(layer -> new Chart.Cell(
                            2 + strength * layer / 10, layer > 5 && strength != 0, 1, 3, 40, "Layer " + layer))
                    .toList());
        }
        List<String> layers = IntStream.range(0, 30).mapToObj(String::valueOf).toList();
        return new Chart.Heat(
                "Layer",
                "Strength",
                layers,
                List.of("+1", "0", "−1"),
                cells,
                2,
                "unsteered",
                "Propensity",
                Optional.of(new Chart.Spot(0, 29)));
    }

    @Test
    void theNumbersBehindAMapAreOneCellARow() {
        Numbers numbers = Numbers.of(heat());
        assertThat(numbers.header()).containsExactly("Layer", "Strength", "Propensity", "low", "high", "n");
        assertThat(numbers.rows()).hasSize(90);
        assertThat(numbers.rows().get(89)).containsExactly("29", "-1", "-0.8999999999999999", "1", "3", "40");
    }

    @Test
    void aCellIsFoundWhereItWasDrawn() {
        Drawing drawing = Drawing.of(heat(), Look.screen(Palette.light(), 1));
        BufferedImage image = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
        drawing.draw(image.createGraphics(), new Rectangle2D.Double(0, 0, 900, 300));
        CellGrid grid = drawing.grid().orElseThrow();
        Rectangle2D box = grid.box(new Chart.Spot(2, 17));
        assertThat(grid.at(box.getCenterX(), box.getCenterY())).contains(new Chart.Spot(2, 17));
        assertThat(grid.at(2, 2)).isEmpty();
        assertThat(grid.heat().span()).isCloseTo(2.9, within(1e-12));
    }

    @Test
    void aMapIsExportedInEveryFormat() throws IOException {
        Figure figure = new Figure("sweep", "Layer × strength", "n = 40", heat(), "A map.", Recipe.NONE);
        assertThat(FigureExport.write(figure, ExportSpec.paper(), folder, Monitor.NONE))
                .isNotEmpty()
                .allMatch(Files::isRegularFile);
    }
}
