package org.vectorscope.checkpoint;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vectorscope.checkpoint.container.StoredTensor;
import org.vectorscope.checkpoint.family.Architecture;
import org.vectorscope.checkpoint.family.Slot;
import org.vectorscope.file.Sha256;

/**
 * SHA-256 over the settings and, in the order of their names, the tensors that the model computes with; how they are
 * spread over files does not matter. Contents are hashed in pieces, so that every core has its share, and the hashes
 * of the pieces are hashed.
 */
final class Fingerprint {
    private static final long PIECE = 1 << 20;

    private record Piece(StoredTensor tensor, long from) {
        byte[] hash() {
            MemorySegment data = tensor.data();
            MessageDigest digest = Sha256.digest();
            digest.update(
                    data.asSlice(from, Math.min(PIECE, data.byteSize() - from)).asByteBuffer());
            return digest.digest();
        }
    }

    private Fingerprint() {}

    static String of(Architecture architecture, Map<String, ModelTensor> tensors) {
        StringBuilder table = new StringBuilder(described(architecture));
        List<Piece> pieces = new ArrayList<>();
        new TreeMap<>(tensors).forEach((name, tensor) -> {
            StoredTensor stored = tensor.stored();
            table.append('\n').append(name).append(' ').append(stored.type()).append(stored.shape());
            for (long from = 0; from < stored.data().byteSize(); from += PIECE) {
                pieces.add(new Piece(stored, from));
            }
        });
        MessageDigest whole = Sha256.digest();
        whole.update(Sha256.of(table.toString()).getBytes(StandardCharsets.US_ASCII));
        pieces.parallelStream().map(Piece::hash).toList().forEach(whole::update);
        return HexFormat.of().formatHex(whole.digest());
    }

    /** The settings, and the numbers of each block that are no tensors. */
    private static String described(Architecture architecture) {
        StringBuilder text =
                new StringBuilder(architecture.program()).append('\n').append(architecture.config());
        architecture.blocks().forEach(block -> text.append('\n')
                .append(block.stream()
                        .filter(slot -> slot instanceof Slot.Whole || slot instanceof Slot.Real)
                        .toList()));
        return text.toString();
    }
}
