package org.vectorscope.figure.plot;

import java.awt.Graphics2D;

/** Something that is drawn in a panel beside what JFreeChart draws. */
@FunctionalInterface
interface Overlay {
    void draw(Graphics2D g, Surface surface);
}
