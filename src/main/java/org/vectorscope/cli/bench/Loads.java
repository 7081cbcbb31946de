package org.vectorscope.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.engine.Precision;

/**
 * Counts what jobs need of a model. A block's weights are (all − embedding − head) / blocks; a token costs two
 * operations for each of them and, in attention, four per head and number of a head for each token it sees. A
 * pass over b blocks reads their weights once, whatever the number of tokens in it. Norms, activations, keys and values
 * are left out: they are small beside these.
 */
final class Loads {
    private final ModelConfig config;
    private final double block;
    private final double head;
    private final double bytes;

    Loads(Checkpoint checkpoint, String dtype) {
        config = checkpoint.config();
        head = (double) config.vocabulary() * config.dModel();
        block = (checkpoint.parameters() - head * (config.tied() ? 1 : 2)) / config.layers();
        bytes = Precision.of("--dtype", dtype).bytesPerWeight();
    }

    int layers() {
        return config.layers();
    }

    /** @param passes over these blocks; @param tokens that go through them in all; @param seen tokens that each sees */
    Load blocks(double blocks, double passes, double tokens, double seen) {
        double attention = 4.0 * config.heads() * config.headDim() * seen;
        return new Load(
                blocks * block * bytes * passes,
                passes * blocks * block / (config.layers() * block + head),
                tokens * blocks * (2 * block + attention));
    }

    /** @param passes over the output matrix; @param rows that are multiplied with it in all */
    Load head(double passes, double rows) {
        return new Load(head * bytes * passes, passes * head / (config.layers() * block + head), rows * 2 * head);
    }

    /** Texts of which beginnings that several share are computed once. */
    Load texts(List<int[]> texts) {
        long nodes = nodes(texts);
        double longest = texts.stream().mapToInt(t -> t.length).average().orElse(0);
        return blocks(config.layers(), 1, nodes, longest / 2);
    }

    /** Rows that grow by a token a step after a prompt that was read in one pass. */
    Load decode(double rows, double prompt, double prompts, int tokens) {
        Load read = blocks(config.layers(), 1, prompts * prompt, prompt / 2);
        Load steps = blocks(config.layers(), tokens - 1, rows * (tokens - 1), prompt + tokens / 2.0);
        return read.plus(steps).plus(head(tokens, rows * tokens));
    }

    private static long nodes(List<int[]> texts) {
        List<int[]> sorted = new ArrayList<>(texts);
        Collections.sort(sorted, Arrays::compare);
        long nodes = 0;
        int[] before = {};
        for (int[] text : sorted) {
            int same = Arrays.mismatch(before, text);
            nodes += text.length - (same < 0 ? text.length : same);
            before = text;
        }
        return nodes;
    }
}
