package org.vectorscope.contrast;

import java.util.ArrayDeque;
import java.util.Deque;

/** Drafts one after the other, to go back and forth in. Not thread-safe. */
public final class History {
    private static final int LONGEST = 500;

    private final Deque<Draft> before = new ArrayDeque<>();
    private final Deque<Draft> after = new ArrayDeque<>();
    private Draft now;

    public History(Draft start) {
        now = start;
    }

    public Draft now() {
        return now;
    }

    /** A change; what was undone before it is gone. @return whether it was one */
    public boolean change(Draft next) {
        if (next.equals(now)) {
            return false;
        }
        before.push(now);
        if (before.size() > LONGEST) {
            before.removeLast();
        }
        after.clear();
        now = next;
        return true;
    }

    public boolean canUndo() {
        return !before.isEmpty();
    }

    public boolean canRedo() {
        return !after.isEmpty();
    }

    public void undo() {
        if (canUndo()) {
            after.push(now);
            now = before.pop();
        }
    }

    public void redo() {
        if (canRedo()) {
            before.push(now);
            now = after.pop();
        }
    }
}
