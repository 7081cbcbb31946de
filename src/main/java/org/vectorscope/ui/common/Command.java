package org.vectorscope.ui.common;

/** A line of the command palette. */
public record Command(String title, String hint, Runnable run) {}
