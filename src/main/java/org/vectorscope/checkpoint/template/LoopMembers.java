package org.vectorscope.checkpoint.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.template.Value.Function;
import org.vectorscope.checkpoint.template.Value.Loop;
import org.vectorscope.checkpoint.template.Value.Missing;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Whole;

/** What {@code loop.name} gives. */
final class LoopMembers {
    private final Comparisons comparisons;

    LoopMembers(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Nullable
    Value get(Loop loop, String name) {
        int size = loop.items.size();
        return switch (name) {
            case "index" -> new Whole(loop.index + 1L);
            case "index0" -> new Whole(loop.index);
            case "revindex" -> new Whole(size - (long) loop.index);
            case "revindex0" -> new Whole(size - loop.index - 1L);
            case "first" -> Value.of(loop.index == 0);
            case "last" -> Value.of(loop.index == size - 1);
            case "length" -> new Whole(size);
            // Of recursive loops, which there are none of here.
            case "depth" -> new Whole(1);
            case "depth0" -> new Whole(0);
            case "previtem" -> loop.index == 0 ? new Missing("previtem") : loop.items.get(loop.index - 1);
            case "nextitem" -> loop.index + 1 == size ? new Missing("nextitem") : loop.items.get(loop.index + 1);
            case "cycle" -> new Function("cycle", arguments -> cycle(loop, arguments.positional()));
            case "changed" -> new Function("changed", arguments -> changed(loop, arguments.positional()));
            default -> null;
        };
    }

    private static Value cycle(Loop loop, List<Value> values) {
        if (values.isEmpty()) {
            throw new TemplateFault("loop.cycle has nothing to choose from");
        }
        return values.get(loop.index % values.size());
    }

    private Value changed(Loop loop, List<Value> values) {
        List<Value> before = loop.watched;
        boolean same = before != null && comparisons.equal(new Sequence(before), new Sequence(values));
        loop.watched = values;
        return Value.of(!same);
    }
}
