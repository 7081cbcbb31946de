package org.vectorscope.ui.control;

import org.vectorscope.ui.common.Appearance;
import org.vectorscope.ui.common.FxJobs;
import org.vectorscope.ui.common.Shell;

/** What a chart card needs of the window around it. */
public record ChartTools(Shell shell, FxJobs jobs, Appearance appearance) {}
