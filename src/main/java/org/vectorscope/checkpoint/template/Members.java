package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vectorscope.checkpoint.template.Value.Loop;
import org.vectorscope.checkpoint.template.Value.Missing;
import org.vectorscope.checkpoint.template.Value.Namespace;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Table;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.checkpoint.template.Value.Whole;

/** {@code a.b}, {@code a[b]} and {@code a[b:c:d]}. */
final class Members {
    private final Budget budget;
    private final Methods methods;
    private final LoopMembers loops;

    Members(Budget budget, Methods methods) {
        this.budget = budget;
        this.methods = methods;
        this.loops = new LoopMembers(new Comparisons(budget));
    }

    /** A method comes before an entry of the same name, as in Jinja2. */
    Value attribute(Value target, String name) {
        guard(target, name);
        Optional<Value> method = methods.find(target, name);
        return method.isPresent() ? method.get() : entry(target, name);
    }

    Value subscript(Value target, Value index) {
        if (index instanceof Text name) {
            guard(target, name.value());
            Value entry = entry(target, name.value());
            return entry instanceof Missing ? methods.find(target, name.value()).orElse(entry) : entry;
        }
        Arithmetic.defined(target);
        if (target instanceof Table table) {
            Value found = table.entries().get(Tables.key(index));
            return found == null ? new Missing(PythonText.repr(index, budget)) : found;
        }
        return index instanceof Whole whole ? item(target, whole.value()) : new Missing(PythonText.repr(index, budget));
    }

    private static void guard(Value target, String name) {
        if (name.startsWith("__")) {
            throw new TemplateFault("the attribute '" + name + "' is refused");
        }
        if (target instanceof Missing missing) {
            throw new TemplateFault("'" + missing.name() + "' is undefined, so it has no '" + name + "'");
        }
    }

    private Value entry(Value target, String name) {
        Value found =
                switch (target) {
                    case Table table -> table.entries().get(new Text(name));
                    case Namespace namespace -> namespace.attributes.get(name);
                    case Loop loop -> loops.get(loop, name);
                    default -> null;
                };
        return found == null ? new Missing(name) : found;
    }

    private Value item(Value target, long index) {
        int size = length(target);
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            return new Missing(Kinds.of(target) + " item " + index);
        }
        return switch (target) {
            case Sequence sequence -> sequence.items().get((int) at);
            case Text text -> budget.text(codePoint(text.value(), (int) at));
            default -> new Missing("item " + index);
        };
    }

    private static String codePoint(String text, int index) {
        int at = text.offsetByCodePoints(0, index);
        return Character.toString(text.codePointAt(at));
    }

    private int length(Value target) {
        return switch (target) {
            case Sequence sequence -> sequence.items().size();
            case Text text -> {
                budget.make(text.value().length());
                yield text.value().codePointCount(0, text.value().length());
            }
            default -> 0;
        };
    }

    /** Python's slice; bounds that are not given are empty. */
    Value slice(Value target, Optional<Long> from, Optional<Long> to, Optional<Long> by) {
        Arithmetic.defined(target);
        long step = Math.clamp(by.orElse(1L), Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (step == 0) {
            throw new TemplateFault("a slice has a step of zero");
        }
        int size = length(target);
        long first = from.map(at -> clipped(at, size, step)).orElse(step > 0 ? 0L : size - 1L);
        long end = to.map(at -> clipped(at, size, step)).orElse(step > 0 ? (long) size : -1L);
        List<Integer> places = new ArrayList<>();
        for (long i = first; step > 0 ? i < end : i > end; i = i + step) {
            budget.step();
            places.add((int) i);
        }
        return switch (target) {
            case Sequence sequence ->
                budget.sequence(
                        places.stream().map(i -> sequence.items().get(i)).toList());
            case Text text -> {
                int[] points = text.value().codePoints().toArray();
                StringBuilder out = new StringBuilder();
                places.forEach(i -> out.appendCodePoint(points[i]));
                yield budget.text(out.toString());
            }
            default -> throw new TemplateFault(Kinds.of(target) + " has no slices");
        };
    }

    private static long clipped(long at, int size, long step) {
        long shifted = at < 0 ? at + size : at;
        return step > 0 ? Math.clamp(shifted, 0, size) : Math.clamp(shifted, -1, size - 1);
    }
}
