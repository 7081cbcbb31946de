package org.vectorscope.checkpoint.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Numbers of 16 bits as they lie in a mapped file, row-major.
 *
 * @param type {@link ElementType#F16} or {@link ElementType#BF16}
 * @param numbers in native byte order; good as long as the file is open
 */
public record SixteenBit(ElementType type, ByteBuffer numbers) {
    /** Empty where the tensor is stored in another way, or where this machine cannot take it as it lies there. */
    static Optional<SixteenBit> of(StoredTensor tensor) {
        boolean sixteen = tensor.type() == ElementType.F16 || tensor.type() == ElementType.BF16;
        boolean usable = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                && tensor.data().address() % Short.BYTES == 0
                && tensor.data().byteSize() <= Integer.MAX_VALUE;
        return sixteen && usable
                ? Optional.of(new SixteenBit(
                        tensor.type(), tensor.data().asByteBuffer().order(ByteOrder.nativeOrder())))
                : Optional.empty();
    }
}
