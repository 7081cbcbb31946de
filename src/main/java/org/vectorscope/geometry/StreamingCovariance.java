package org.vectorscope.geometry;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Covariance of rows that pass by: memory is d² and one block of rows, however many come. Rows are taken from the mean
 * of the first few, so that a mean far from zero costs no digits, and what the true mean turns out to be is corrected
 * for at the end (shifted data, Chan, Golub and LeVeque 1983). Each row is touched once before it is multiplied.
 *
 * <p>With {@link Precision#SINGLE} the products inside a block are float32 and the blocks are summed in float64:
 * twice as fast, and eigenvalues below about 10⁻⁶ of the largest are rounding.
 */
public final class StreamingCovariance {
    public enum Precision {
        SINGLE,
        DOUBLE
    }

    /** Rows whose mean is the shift. */
    private static final int FIRST = 256;

    /** Many rows a block, for every block costs d² besides its product; but no more than 48 MB of them. */
    private static final int BLOCK_ROWS = 4096;

    private static final int BLOCK_NUMBERS = 12 << 20;

    private final int d;
    private final List<float[]> first = new ArrayList<>();
    private final ShiftedBlock block;
    private boolean begun;
    private long n;

    public StreamingCovariance(int d, Precision precision) {
        this.d = d;
        int capacity = Math.max(1, Math.min(BLOCK_ROWS, BLOCK_NUMBERS / d));
        DataType type = precision == Precision.SINGLE ? DataType.FLOAT : DataType.DOUBLE;
        this.block = new ShiftedBlock(d, capacity, type);
    }

    /** @param row [d], copied */
    public void add(float[] row) {
        if (row.length != d) {
            throw new IllegalArgumentException("a row of " + row.length + " numbers where " + d + " were expected");
        }
        n++;
        if (begun) {
            block.add(row);
        } else {
            first.add(row.clone());
            if (first.size() == FIRST) {
                begin();
            }
        }
    }

    private void begin() {
        if (!begun && !first.isEmpty()) {
            begun = true;
            block.shiftBy(Rows.mean(first));
            first.forEach(row -> block.add(row));
            first.clear();
        }
    }

    /** Rows so far. */
    public long n() {
        return n;
    }

    /** [d], mean of the rows so far. */
    public double[] mean() {
        begin();
        return block.mean(n);
    }

    /** [d · d], both triangles, divided by n − 1. */
    public double[] covariance() {
        return Gram.mirrored(upper(), d);
    }

    /** min(n − 1, d) eigenvalues of the covariance, descending. */
    public double[] eigenvalues() {
        double[] values = SymmetricEigen.values(upper(), d, block.type());
        return Spectrum.clipped(values, (int) Math.min(n - 1, d));
    }

    /** [d · d], column-major, upper triangle. */
    private double[] upper() {
        if (n < 2) {
            throw new IllegalStateException("a covariance needs at least two rows");
        }
        begin();
        double[] moments = block.moments();
        double[] offset = block.offset(n);
        for (int j = 0; j < d; j++) {
            for (int i = 0; i <= j; i++) {
                moments[j * d + i] = (moments[j * d + i] - n * offset[i] * offset[j]) / (n - 1);
            }
        }
        return moments;
    }
}
