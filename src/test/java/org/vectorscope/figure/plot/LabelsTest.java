package org.vectorscope.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.vectorscope.figure.Layer;
import org.vectorscope.figure.Look;
import org.vectorscope.figure.Palette;

class LabelsTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 200, 100);
    private final BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D g = image.createGraphics();
    private final Look look = Look.screen(Palette.light(), 1);

    @Test
    void aLabelMovesToWhereItCoversNoLine() {
        Obstacles obstacles = new Obstacles();
        obstacles.addLine(new double[] {0, 200}, new double[] {20, 20});
        write(obstacles, new Layer.Words("word", ""), 10, 60);
        assertThat(inkIn(0, 40)).isZero();
        assertThat(inkIn(60, 40)).isPositive();
    }

    @Test
    void theDetailIsLeftOutWhereOnlyTheNameFits() {
        Obstacles obstacles = new Obstacles();
        obstacles.addSolid(new Rectangle2D.Double(0, 32, 200, 68));
        write(obstacles, new Layer.Words("word", "detail"), 15);
        assertThat(inkIn(12, 18)).isPositive();
        assertThat(inkIn(32, 60)).isZero();
    }

    private void write(Obstacles obstacles, Layer.Words words, double... tops) {
        new Labels(look, AREA, obstacles).write(g, words, Color.WHITE, (width, height) -> java.util.Arrays.stream(tops)
                .mapToObj(y -> new Labels.Place(20, y, 0))
                .toList());
    }

    private int inkIn(int top, int height) {
        int count = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = 0; x < 200; x++) {
                count += (image.getRGB(x, y) & 0xff) > 40 ? 1 : 0;
            }
        }
        return count;
    }
}
