package org.vectorscope.checkpoint.token;

/**
 * How long one search may take: {@code ways} × length to the power of {@code loops}.
 *
 * @param ways in which what has no loop in it can be found
 */
record RegexCost(double ways, int loops) {
    static final RegexCost ONE = new RegexCost(1, 0);
    static final RegexCost LOOP = new RegexCost(1, 1);
    static final RegexCost ENDLESS = new RegexCost(1, 100);

    private static final int MOST_WAYS = 500;

    RegexCost then(RegexCost next) {
        return new RegexCost(ways * next.ways, loops + next.loops);
    }

    RegexCost or(RegexCost other) {
        return new RegexCost(ways + other.ways, Math.max(loops, other.loops));
    }

    RegexCost times(int more) {
        return new RegexCost(ways * more, loops);
    }

    /** No worse than in proportion to the text. */
    boolean bearable() {
        return loops <= 1 && ways <= MOST_WAYS;
    }

    /** Where it is bearable. */
    long stepsForEachChar() {
        return loops == 0 ? 0 : (long) ways;
    }
}
