/**
 * The window.
 *
 * <p><b>A screen</b> is a package {@code ui.name} with an {@code XView implements Screen} (nodes and bindings, no
 * decisions) and an {@code XViewModel} (properties and verbs; no {@code javafx.scene} in it). Both are made from a
 * {@link org.vectorscope.ui.common.ScreenContext}: the lab's services, {@link org.vectorscope.ui.common.LabState} (what is
 * in force), {@link org.vectorscope.ui.common.FxJobs} (long work; results come back on the JavaFX thread),
 * {@link org.vectorscope.ui.common.LabCommands} (open a model, use a set, extract), the appearance, and the
 * {@link org.vectorscope.ui.common.Shell} around the screen (go to another, say something, dialogs, popovers). It is
 * registered in one line of {@link org.vectorscope.ui.Screens} and made when it is first gone to.
 *
 * <p><b>Its looks.</b> The root node has the class {@link org.vectorscope.ui.common.Css#SCREEN} and begins with a
 * {@code ScreenHeader}; parts are {@code Card}s; buttons come from {@code Buttons}; words of one's own from
 * {@code Css.HINT, MUTED, SMALL, STRONG, MONO}. Colours are tokens in {@code lab.css}, sizes are em there (1 px at 13 px
 * text is 0.0769em); code sets neither. What must be computed in code takes {@code Appearance.scale()} and the theme's
 * palette. A background or text colour set from code loses against lab.css, so such nodes get no rule for it there.
 *
 * <p><b>Its pictures.</b> {@link org.vectorscope.ui.Snapshots} opens the window without a display and writes PNGs in both
 * themes at any size; {@code -Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true}.
 */
@NullMarked
package org.vectorscope.ui;

import org.jspecify.annotations.NullMarked;
