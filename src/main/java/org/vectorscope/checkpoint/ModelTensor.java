package org.vectorscope.checkpoint;

import java.nio.ByteBuffer;
import org.vectorscope.checkpoint.container.RowOrder;
import org.vectorscope.checkpoint.container.StoredTensor;
import org.vectorscope.checkpoint.family.TensorSpec;

/** A stored tensor that was found to be what the family needs, and how its rows are to be ordered. */
record ModelTensor(StoredTensor stored, RowOrder order) {
    static ModelTensor of(TensorSpec spec, StoredTensor stored, RowOrder order) {
        if (!stored.shape().equals(spec.shape())) {
            throw stored.fault("has the shape " + stored.shape() + "; the model's settings ask for " + spec.shape());
        }
        if (!stored.type().decodable()) {
            throw stored.fault("is stored as " + stored.type() + ", which is not supported for weights");
        }
        return new ModelTensor(stored, order);
    }

    float[] row(int row) {
        if (order != RowOrder.AS_STORED) {
            throw stored.fault("is stored in another order of rows, so that they cannot be read one by one");
        }
        return stored.row(row);
    }

    ByteBuffer float32() {
        return stored.float32(order);
    }
}
