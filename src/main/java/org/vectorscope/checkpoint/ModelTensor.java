package org.vectorscope.checkpoint;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.vectorscope.checkpoint.container.FourBit;
import org.vectorscope.checkpoint.container.RowOrder;
import org.vectorscope.checkpoint.container.SixteenBit;
import org.vectorscope.checkpoint.container.StoredTensor;
import org.vectorscope.checkpoint.family.Part;

/**
 * A stored tensor that was found to be what the family needs.
 *
 * @param order where its rows belong
 * @param transposed whether it is stored with its two axes exchanged
 */
record ModelTensor(StoredTensor stored, RowOrder order, boolean transposed) {
    static ModelTensor inFolder(Part part, StoredTensor stored) {
        return checked(part, new ModelTensor(stored, part.folderRows(), part.folderTransposed()));
    }

    static ModelTensor inGguf(Part part, StoredTensor stored) {
        return checked(part, new ModelTensor(stored, part.ggufRows(), false));
    }

    private static ModelTensor checked(Part part, ModelTensor tensor) {
        if (!tensor.shape().equals(part.shape())) {
            throw tensor.stored.fault("has the shape " + tensor.stored.shape() + "; the model's settings ask for "
                    + (tensor.transposed ? part.shape().reversed() : part.shape()));
        }
        if (!tensor.stored.type().decodable()) {
            throw tensor.stored.fault("is stored as " + tensor.stored.type() + ", which is not supported for weights");
        }
        return tensor;
    }

    List<Long> shape() {
        return transposed ? stored.shape().reversed() : stored.shape();
    }

    float[] row(int row) {
        if (order != RowOrder.AS_STORED || transposed) {
            throw stored.fault("is stored in another order of rows, so that they cannot be read one by one");
        }
        return stored.row(row);
    }

    ByteBuffer float32(Arena arena) {
        ByteBuffer values = stored.float32(order, arena);
        return transposed ? transposed(values, arena) : values;
    }

    /** Some of the rows of a tensor too large to be read at once. */
    ByteBuffer float32(long from, long to, Arena arena) {
        if (order != RowOrder.AS_STORED || transposed) {
            throw stored.fault("is too large to be put into another order");
        }
        return stored.slice(from, to).float32(RowOrder.AS_STORED, arena);
    }

    Optional<FourBit> fourBit(Arena arena) {
        return transposed ? Optional.empty() : stored.fourBit(order, arena);
    }

    Optional<SixteenBit> sixteenBit() {
        return transposed || order != RowOrder.AS_STORED ? Optional.empty() : stored.sixteenBit();
    }

    private ByteBuffer transposed(ByteBuffer values, Arena arena) {
        int rows = Math.toIntExact(stored.shape().getFirst());
        int columns = Math.toIntExact(stored.shape().getLast());
        FloatBuffer from = values.asFloatBuffer();
        ByteBuffer turned =
                arena.allocate(values.capacity(), Float.BYTES).asByteBuffer().order(ByteOrder.nativeOrder());
        FloatBuffer to = turned.asFloatBuffer();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                to.put(column * rows + row, from.get(row * columns + column));
            }
        }
        return turned;
    }
}
