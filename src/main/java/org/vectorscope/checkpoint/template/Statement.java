package org.vectorscope.checkpoint.template;

import java.util.List;
import java.util.Optional;

/** What a template does, parsed. */
sealed interface Statement {
    /** Of the template, from 1. */
    int line();

    record Literal(int line, String text) implements Statement {}

    record Print(int line, Expression value) implements Statement {}

    record If(int line, List<Branch> branches, List<Statement> otherwise) implements Statement {}

    record Branch(int line, Expression test, List<Statement> body) {}

    record For(
            int line,
            Target target,
            Expression items,
            Optional<Expression> filter,
            List<Statement> body,
            List<Statement> otherwise)
            implements Statement {}

    record Assign(int line, Target target, Expression value) implements Statement {}

    /** {@code {% set x %}...{% endset %}}. */
    record Capture(int line, Target target, List<FilterCall> filters, List<Statement> body) implements Statement {}

    record Macro(int line, String name, List<Parameter> parameters, List<Statement> body) implements Statement {}

    record Filtered(int line, List<FilterCall> filters, List<Statement> body) implements Statement {}

    record With(int line, List<Assign> assignments, List<Statement> body) implements Statement {}

    /** {@code {% generation %}}: marks the assistant's part, prints as it stands. */
    record Generation(int line, List<Statement> body) implements Statement {}

    record Break(int line) implements Statement {}

    record Continue(int line) implements Statement {}

    record Parameter(String name, Optional<Expression> otherwise) {}

    record FilterCall(String name, Expression.Given arguments) {}

    /** What can be assigned to. */
    sealed interface Target {}

    record NameTarget(String name) implements Target {}

    record AttributeTarget(String namespace, String attribute) implements Target {}

    record TupleTarget(List<Target> targets) implements Target {}
}
