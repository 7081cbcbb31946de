package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;
import org.vectorscope.engine.plan.Pack;
import org.vectorscope.engine.plan.Stage;

/** Copies out what a capture asks for, and nothing else. */
final class Capture implements ForestPass.Reader {
    private final Network network;
    private final Program lab;
    private final CaptureRequest request;
    private final CaptureSink sink;
    private final FewLogits few;
    private List<Read> reads = List.of();

    private record Read(int text, int position, int node) {}

    private interface Deliver {
        void to(Read read, float[] values);
    }

    Capture(Network network, Program lab, CaptureRequest request, CaptureSink sink) {
        this.network = network;
        this.lab = lab;
        this.request = request;
        this.sink = sink;
        this.few = new FewLogits(network, lab);
    }

    /** Blocks that must run. */
    static int blocks(CaptureRequest request, int layers) {
        return wantsLogits(request) || request.layers().isEmpty()
                ? layers
                : request.layers().last() + 1;
    }

    private static boolean wantsLogits(CaptureRequest request) {
        return !(request.logits() instanceof CaptureRequest.NoLogits);
    }

    @Override
    public void residual(NDManager scope, int layer, Pack pack, Stage stage, NDArray x) {
        if (layer == CaptureRequest.EMBEDDINGS) {
            reads = reads(pack);
        }
        if (request.layers().contains(layer) && !reads.isEmpty()) {
            Rows rows = new Rows(stage);
            try (NDArray wanted = rows.of(scope, x)) {
                rows.deliver(wanted, 0, (read, values) -> sink.residual(read.text(), layer, read.position(), values));
            }
        }
    }

    @Override
    public void end(NDManager scope, Pack pack, Stage stage, NDArray x) {
        if (!wantsLogits(request) || reads.isEmpty()) {
            return;
        }
        Rows rows = new Rows(stage);
        HeadSlices.Use use = (first, logits) -> rows.deliver(
                logits, first, (read, values) -> sink.logits(read.text(), read.position(), values));
        try (NDArray wanted = rows.of(scope, x);
                NDArray normed = network.norm(scope, wanted)) {
            switch (request.logits()) {
                case CaptureRequest.NoLogits() -> {}
                case CaptureRequest.Vocabulary() -> HeadSlices.of(network, scope, normed, use);
                case CaptureRequest.Of(int[] ids) -> few.of(scope, normed, ids, use);
            }
        }
    }

    private List<Read> reads(Pack pack) {
        List<Read> found = new ArrayList<>();
        for (Pack.Part part : pack.parts()) {
            int length = request.texts().get(part.text()).length;
            switch (request.positions()) {
                case CaptureRequest.From(int first) -> {
                    for (int p = Math.max(first, part.from()); p < part.to(); p++) {
                        found.add(new Read(part.text(), p, part.node(p)));
                    }
                }
                case CaptureRequest.FromEnd(int offset) -> addWithin(found, part, length + offset);
                case CaptureRequest.Listed(List<int[]> perText) -> {
                    for (int p : perText.get(part.text())) {
                        addWithin(found, part, p);
                    }
                }
            }
        }
        return found;
    }

    private static void addWithin(List<Read> found, Pack.Part part, int position) {
        if (position >= part.from() && position < part.to()) {
            found.add(new Read(part.text(), position, part.node(position)));
        }
    }

    /** The distinct rows that the reads of this pack fall on, in the order of first use. */
    private final class Rows {
        private final List<List<Read>> readers = new ArrayList<>();
        private final List<Integer> rows = new ArrayList<>();

        Rows(Stage stage) {
            Map<Integer, Integer> places = new HashMap<>();
            for (Read read : reads) {
                int row = stage.rowOf()[read.node()];
                int place = places.computeIfAbsent(row, r -> {
                    rows.add(r);
                    readers.add(new ArrayList<>());
                    return rows.size() - 1;
                });
                readers.get(place).add(read);
            }
        }

        NDArray of(NDManager scope, NDArray x) {
            int[] which = rows.stream().mapToInt(Integer::intValue).toArray();
            try (NDArray at = Tensors.longs(scope, which, which.length)) {
                return lab.call(scope, "read", x, at);
            }
        }

        /** @param first which of the rows is the tensor's first */
        void deliver(NDArray tensor, int first, Deliver deliver) {
            float[][] values = Tensors.rows(tensor);
            for (int i = 0; i < values.length; i++) {
                boolean used = false;
                for (Read read : readers.get(first + i)) {
                    deliver.to(read, used ? values[i].clone() : values[i]);
                    used = true;
                }
            }
        }
    }
}
