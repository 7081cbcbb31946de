package org.vectorscope.lab;

import java.util.Optional;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.study.SideBySideSpec;

/**
 * A side by side with what it needs: a direction unless no arm pushes, and the trait to score its texts by, if any.
 */
public record Comparison(SideBySideSpec spec, Optional<Direction> direction, Optional<ContrastSet> trait) {}
