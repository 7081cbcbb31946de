package org.vectorscope.engine.torch;

import java.util.Arrays;

/** One row's text while it is being written. */
final class Draft {
    private final int row;
    private final int prompt;
    private final int limit;
    private int[] ids = new int[64];
    private double[] probes = new double[64];
    private int length;
    private boolean stopped;

    /**
     * @param row index into the request's rows
     * @param prompt length of its prompt
     * @param limit most tokens it may get
     */
    Draft(int row, int prompt, int limit) {
        this.row = row;
        this.prompt = prompt;
        this.limit = limit;
    }

    int row() {
        return row;
    }

    int prompt() {
        return prompt;
    }

    int length() {
        return length;
    }

    boolean done() {
        return stopped || length >= limit;
    }

    boolean stopped() {
        return stopped;
    }

    void stop() {
        stopped = true;
    }

    void add(int id, double probe) {
        if (length == ids.length) {
            ids = Arrays.copyOf(ids, 2 * length);
            probes = Arrays.copyOf(probes, 2 * length);
        }
        ids[length] = id;
        probes[length++] = probe;
    }

    int[] ids() {
        return Arrays.copyOf(ids, length);
    }

    double[] probes() {
        return Arrays.copyOf(probes, length);
    }
}
