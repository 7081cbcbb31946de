package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.List;
import org.vectorscope.checkpoint.template.Statement.Target;
import org.vectorscope.checkpoint.template.Value.Function;
import org.vectorscope.checkpoint.template.Value.Loop;
import org.vectorscope.checkpoint.template.Value.Namespace;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Text;

/** Runs the statements of a template and collects what they print. */
final class Executor {
    private enum Flow {
        NEXT,
        BREAK,
        CONTINUE
    }

    private final Budget budget;
    private final Evaluator evaluator;
    private StringBuilder out = new StringBuilder();

    Executor(Budget budget, Evaluator evaluator) {
        this.budget = budget;
        this.evaluator = evaluator;
    }

    String output(List<Statement> statements, Scope scope) {
        StringBuilder outside = out;
        out = new StringBuilder();
        run(statements, scope);
        String printed = out.toString();
        out = outside;
        return printed;
    }

    private Flow run(List<Statement> statements, Scope scope) {
        budget.enter();
        Flow flow = Flow.NEXT;
        for (int i = 0; i < statements.size() && flow == Flow.NEXT; i++) {
            budget.at(statements.get(i).line());
            flow = run(statements.get(i), scope);
        }
        budget.leave();
        return flow;
    }

    private Flow run(Statement statement, Scope scope) {
        budget.step();
        switch (statement) {
            case Statement.Literal literal -> print(literal.text());
            case Statement.Print print -> print(PythonText.of(evaluator.value(print.value(), scope), budget));
            case Statement.If branches -> {
                return branch(branches, scope);
            }
            case Statement.For loop -> loop(loop, scope);
            case Statement.Assign assign -> assign(assign.target(), evaluator.value(assign.value(), scope), scope);
            case Statement.Capture capture -> assign(capture.target(), captured(capture, scope), scope);
            case Statement.Macro macro -> scope.set(macro.name(), macro(macro, scope));
            case Statement.Filtered filtered -> {
                Value text = budget.text(output(filtered.body(), scope.inner()));
                print(PythonText.of(evaluator.filtered(filtered.filters(), text, scope), budget));
            }
            case Statement.With with -> {
                return with(with, scope);
            }
            case Statement.Generation generation -> {
                return run(generation.body(), scope.inner());
            }
            case Statement.Break jump -> {
                return Flow.BREAK;
            }
            case Statement.Continue jump -> {
                return Flow.CONTINUE;
            }
        }
        return Flow.NEXT;
    }

    private void print(String text) {
        budget.make(text.length());
        if ((long) out.length() + text.length() > Budget.LONGEST_OUTPUT) {
            throw new TemplateFault("it writes more than " + Budget.LONGEST_OUTPUT + " characters");
        }
        out.append(text);
    }

    private Flow branch(Statement.If branches, Scope scope) {
        for (Statement.Branch branch : branches.branches()) {
            budget.at(branch.line());
            if (evaluator.truth(branch.test(), scope)) {
                return run(branch.body(), scope);
            }
        }
        return run(branches.otherwise(), scope);
    }

    private void loop(Statement.For statement, Scope scope) {
        List<Value> items = chosen(statement, scope);
        if (items.isEmpty()) {
            run(statement.otherwise(), scope.inner());
            return;
        }
        Loop loop = new Loop(items);
        Flow flow = Flow.NEXT;
        for (int i = 0; i < items.size() && flow != Flow.BREAK; i++) {
            budget.step();
            loop.index = i;
            Scope inner = scope.inner();
            inner.set("loop", loop);
            assign(statement.target(), items.get(i), inner);
            flow = run(statement.body(), inner);
        }
    }

    private List<Value> chosen(Statement.For statement, Scope scope) {
        List<Value> all = Iteration.items(evaluator.value(statement.items(), scope), budget);
        if (statement.filter().isEmpty()) {
            return all;
        }
        List<Value> chosen = new ArrayList<>();
        for (Value item : all) {
            Scope inner = scope.inner();
            assign(statement.target(), item, inner);
            if (evaluator.truth(statement.filter().get(), inner)) {
                chosen.add(item);
            }
        }
        return chosen;
    }

    private Value captured(Statement.Capture capture, Scope scope) {
        Value text = budget.text(output(capture.body(), scope.inner()));
        return evaluator.filtered(capture.filters(), text, scope);
    }

    private Flow with(Statement.With with, Scope scope) {
        Scope inner = scope.inner();
        with.assignments().forEach(a -> assign(a.target(), evaluator.value(a.value(), scope), inner));
        return run(with.body(), inner);
    }

    private Function macro(Statement.Macro macro, Scope scope) {
        return new Function(macro.name(), arguments -> {
            int line = budget.line();
            Scope inner = scope.inner();
            for (int i = 0; i < macro.parameters().size(); i++) {
                Statement.Parameter parameter = macro.parameters().get(i);
                inner.set(parameter.name(), argument(parameter, arguments, i, inner));
            }
            Text text = budget.text(output(macro.body(), inner));
            budget.at(line);
            return text;
        });
    }

    private Value argument(Statement.Parameter parameter, Arguments arguments, int index, Scope scope) {
        return arguments
                .find(index, parameter.name())
                .or(() -> parameter.otherwise().map(expression -> evaluator.value(expression, scope)))
                .orElseGet(() -> new Value.Missing(parameter.name()));
    }

    private void assign(Target target, Value value, Scope scope) {
        switch (target) {
            case Statement.NameTarget name -> scope.set(name.name(), value);
            case Statement.AttributeTarget attribute -> assign(attribute, value, scope);
            case Statement.TupleTarget tuple -> unpack(tuple.targets(), value, scope);
        }
    }

    private static void assign(Statement.AttributeTarget target, Value value, Scope scope) {
        if (!(scope.get(target.namespace()) instanceof Namespace namespace)) {
            throw new TemplateFault("'" + target.namespace() + "' is not a namespace, so nothing in it can be set");
        }
        if (target.attribute().startsWith("_")) {
            throw new TemplateFault("the attribute '" + target.attribute() + "' is refused");
        }
        namespace.attributes.put(target.attribute(), value);
    }

    private void unpack(List<Target> targets, Value value, Scope scope) {
        List<Value> items = value instanceof Sequence sequence ? sequence.items() : Iteration.items(value, budget);
        if (items.size() != targets.size()) {
            throw new TemplateFault(targets.size() + " names are set from " + items.size() + " values");
        }
        for (int i = 0; i < targets.size(); i++) {
            assign(targets.get(i), items.get(i), scope);
        }
    }
}
