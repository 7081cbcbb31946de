package org.vectorscope.checkpoint.template;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vectorscope.checkpoint.template.Value.Body;
import org.vectorscope.checkpoint.template.Value.Function;
import org.vectorscope.checkpoint.template.Value.Namespace;
import org.vectorscope.checkpoint.template.Value.Table;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.checkpoint.template.Value.Whole;

/** The functions a chat template finds, as transformers offers them. */
final class Globals {
    private static final int LONGEST_RANGE = 100_000;

    private final Budget budget;
    private final InstantSource clock;

    Globals(Budget budget, InstantSource clock) {
        this.budget = budget;
        this.clock = clock;
    }

    Map<String, Value> functions() {
        Map<String, Value> functions = new LinkedHashMap<>();
        add(functions, "raise_exception", arguments -> {
            throw new Refusal(PythonText.of(arguments.get(0, "message"), budget));
        });
        add(
                functions,
                "strftime_now",
                arguments -> budget.text(Strftime.format(
                        arguments.text(0, "format"), clock.instant().atZone(ZoneId.systemDefault()))));
        add(functions, "namespace", this::namespace);
        add(functions, "dict", this::table);
        add(functions, "range", this::range);
        return functions;
    }

    private static void add(Map<String, Value> functions, String name, Body body) {
        functions.put(name, new Function(name, body));
    }

    private Value table(Arguments arguments) {
        Map<Value, Value> entries = new LinkedHashMap<>();
        for (Value given : arguments.positional()) {
            if (!(given instanceof Table table)) {
                throw new TemplateFault("a dictionary is made from a dictionary or names, not from " + Kinds.of(given));
            }
            budget.make(table.entries().size());
            entries.putAll(table.entries());
        }
        arguments.named().forEach((name, value) -> entries.put(new Text(name), value));
        return new Table(entries);
    }

    private Value namespace(Arguments arguments) {
        Namespace namespace = new Namespace();
        ((Table) table(arguments))
                .entries()
                .forEach((name, value) -> namespace.attributes.put(PythonText.of(name, budget), value));
        return namespace;
    }

    private Value range(Arguments arguments) {
        boolean single = arguments.positional().size() == 1;
        long from = single ? 0 : arguments.whole(0, "start", 0);
        long to = arguments.whole(single ? 0 : 1, "stop", 0);
        long step = Math.clamp(arguments.whole(2, "step", 1), Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (step == 0) {
            throw new TemplateFault("'range' has a step of zero");
        }
        List<Value> items = new ArrayList<>();
        for (long i = from; step > 0 ? i < to : i > to; i = Math.addExact(i, step)) {
            budget.step();
            if (items.size() == LONGEST_RANGE) {
                throw new TemplateFault("'range' has more than " + LONGEST_RANGE + " items");
            }
            items.add(new Whole(i));
        }
        return budget.sequence(items);
    }
}
