package org.vectorscope.checkpoint.token;

import java.util.List;

/** A regular expression as far as its running time goes: which characters it finds does not matter. */
sealed interface RegexPart {
    /** Repetitions from which on a bounded repeat counts as one without bound. */
    int FEW = 8;

    /** One character. */
    record Letter() implements RegexPart {}

    /** A place that may be the wrong one; {@code body} is looked at and not taken. */
    record Place(Choice body) implements RegexPart {}

    /** One of several sequences. */
    record Choice(List<List<RegexPart>> sequences) implements RegexPart {}

    /** @param max -1 where there is no bound */
    record Repeat(RegexPart body, int min, int max) implements RegexPart {
        boolean few() {
            return max >= 0 && max - min <= FEW;
        }
    }

    /** Whether it may turn out not to be here. */
    default boolean canFail() {
        return switch (this) {
            case Letter letter -> true;
            case Place place -> true;
            case Choice choice ->
                choice.sequences.stream().allMatch(parts -> parts.stream().anyMatch(RegexPart::canFail));
            case Repeat repeat -> repeat.min > 0 && repeat.body.canFail();
        };
    }

    /** Whether it may be found without a character. */
    default boolean canBeEmpty() {
        return switch (this) {
            case Letter letter -> false;
            case Place place -> true;
            case Choice choice ->
                choice.sequences.stream().anyMatch(parts -> parts.stream().allMatch(RegexPart::canBeEmpty));
            case Repeat repeat -> repeat.min == 0 || repeat.body.canBeEmpty();
        };
    }

    /** Whether there is one way only to find it. */
    default boolean fixed() {
        return switch (this) {
            case Letter letter -> true;
            case Place place -> place.body.fixed();
            case Choice choice ->
                choice.sequences.size() == 1
                        && choice.sequences.getFirst().stream().allMatch(RegexPart::fixed);
            case Repeat repeat -> repeat.min == repeat.max && repeat.body.fixed();
        };
    }

    /** Instructions it is compiled to, roughly. */
    default double size() {
        return switch (this) {
            case Letter letter -> 1;
            case Place place -> 1 + place.body.size();
            case Choice choice ->
                1
                        + choice.sequences.stream()
                                .flatMap(List::stream)
                                .mapToDouble(RegexPart::size)
                                .sum();
            case Repeat repeat -> 1 + repeat.body.size() * Math.max(1, Math.max(repeat.min, repeat.max));
        };
    }

    /** @param mayFail whether what comes after it may turn out not to be there, so that other ways are tried */
    default RegexCost cost(boolean mayFail) {
        return switch (this) {
            case Letter letter -> RegexCost.ONE;
            case Place place -> place.body.cost(false);
            case Choice choice ->
                choice.sequences.stream()
                        .map(parts -> sequence(parts, mayFail))
                        .reduce(RegexCost::or)
                        .orElse(RegexCost.ONE);
            case Repeat repeat -> repeated(repeat, mayFail);
        };
    }

    private static RegexCost sequence(List<RegexPart> parts, boolean mayFail) {
        RegexCost cost = RegexCost.ONE;
        boolean fails = mayFail;
        for (RegexPart part : parts.reversed()) {
            cost = cost.then(part.cost(fails));
            fails |= part.canFail();
        }
        return cost;
    }

    private static RegexCost repeated(Repeat repeat, boolean mayFail) {
        boolean again = repeat.max < 0 || repeat.max > 1;
        boolean bodyMayFail = mayFail || repeat.min > 1;
        RegexCost body = repeat.body.cost(bodyMayFail);
        if (again && bodyMayFail && !repeat.body.fixed()) {
            return RegexCost.ENDLESS;
        }
        if (!mayFail || repeat.min == repeat.max) {
            return body;
        }
        return repeat.few() ? body.times(repeat.max - repeat.min + 1) : body.then(RegexCost.LOOP);
    }
}
