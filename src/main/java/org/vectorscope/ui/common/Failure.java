package org.vectorscope.ui.common;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.vectorscope.job.Problem;

/** What went wrong, for showing where it arose: one sentence, and details that fold out. */
public record Failure(String sentence, String details) {
    public static Failure of(Throwable thrown) {
        StringWriter stack = new StringWriter();
        Problem.unwrapped(thrown).printStackTrace(new PrintWriter(stack));
        return new Failure(Problem.sentence(thrown), stack.toString());
    }
}
