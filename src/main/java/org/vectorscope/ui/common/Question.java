package org.vectorscope.ui.common;

import java.util.List;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.PromptSuite;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.study.ArmList;

/**
 * What Side by side is to ask, besides the vector, layer and strength in force.
 *
 * @param prompts one, or those of the contrast set in force
 */
public record Question(List<String> prompts, ArmList arms, TokenRange tokens, int samples, Sampling sampling) {
    private static final int MOST_SUITE = 8;

    public Question {
        prompts = List.copyOf(prompts);
    }

    /** The prompts of a set that are asked together. */
    public static List<String> suite(ContrastSet set) {
        return PromptSuite.of(set).all().stream().limit(MOST_SUITE).toList();
    }
}
