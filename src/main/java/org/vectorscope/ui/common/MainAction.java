package org.vectorscope.ui.common;

import javafx.beans.value.ObservableValue;

/**
 * What Ctrl/⌘+Enter does on a screen.
 *
 * @param title as its button says
 * @param ready whether it can be done now
 */
public record MainAction(String title, ObservableValue<Boolean> ready, Runnable run) {}
