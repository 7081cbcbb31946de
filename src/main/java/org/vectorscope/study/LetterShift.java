package org.vectorscope.study;

import org.jspecify.annotations.Nullable;

/**
 * What an arm does to the answers of an A/B set; numbers that do not exist are null.
 *
 * @param n items asked
 * @param heldOut whether the vector was made without them
 * @param propensity mean over items of logit(matching letter) − logit(other letter)
 * @param shift mean over items of the arm's propensity minus that of no steering
 * @param low and @param high its 95 % interval, items redrawn
 * @param d shift over its standard deviation between items (paired, so not comparable with d between texts)
 * @param towards share of items that moved towards the matching letter
 */
public record LetterShift(
        String arm,
        int n,
        boolean heldOut,
        double propensity,
        @Nullable Double shift,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double d,
        @Nullable Double towards) {}
