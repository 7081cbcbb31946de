package org.vectorscope.engine;

import java.util.Arrays;
import java.util.List;
import org.vectorscope.checkpoint.container.SafetensorsFile;

/** What tests against reference files have in common. */
public final class References {
    private References() {}

    /** The tokens that a reference file was made from, [t]. */
    public static int[] ids(SafetensorsFile reference) {
        return Arrays.stream(reference.integers("ids"))
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    /** ‖a − b‖ / ‖b‖ over all rows. */
    public static double distance(List<float[]> a, List<float[]> b) {
        double apart = 0;
        double size = 0;
        for (int j = 0; j < b.size(); j++) {
            for (int i = 0; i < b.get(j).length; i++) {
                double difference = a.get(j)[i] - b.get(j)[i];
                apart += difference * difference;
                size += (double) b.get(j)[i] * b.get(j)[i];
            }
        }
        return Math.sqrt(apart / size);
    }
}
