package org.vectorscope.ui.common;

import org.vectorscope.lab.Lab;

/** All that a screen is made from. */
public record ScreenContext(
        Lab lab, LabState state, FxJobs jobs, LabCommands commands, Appearance appearance, Shell shell) {}
