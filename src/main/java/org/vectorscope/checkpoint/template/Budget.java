package org.vectorscope.checkpoint.template;

import java.util.List;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Text;

/**
 * What one rendering may use. Every step of the interpreter costs one; making text or a list costs one for each
 * {@value #SHARE} characters or items, so memory is bounded together with time.
 */
final class Budget {
    static final int STEPS = 2_000_000;
    static final int DEEPEST = 400;
    static final int LONGEST_OUTPUT = 16 << 20;
    private static final int SHARE = 64;

    private int left = STEPS;
    private int depth;
    private int line = 1;

    void step() {
        charge(1);
    }

    void enter() {
        step();
        if (++depth > DEEPEST) {
            throw new TemplateFault("it is nested or calls itself more than " + DEEPEST + " levels deep");
        }
    }

    void leave() {
        depth--;
    }

    void at(int templateLine) {
        line = templateLine;
    }

    int line() {
        return line;
    }

    /** Pays for {@code size} characters or items before they are made. */
    void make(long size) {
        charge(1 + size / SHARE);
    }

    Text text(String made) {
        make(made.length());
        return new Text(made);
    }

    Sequence sequence(List<Value> made) {
        make(made.size());
        return new Sequence(made);
    }

    private void charge(long steps) {
        if (steps > left) {
            left = 0;
            throw new TemplateFault("it does not end within " + STEPS + " steps");
        }
        left -= (int) steps;
    }
}
