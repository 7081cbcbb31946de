package org.vectorscope.contrast;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.vectorscope.checkpoint.container.Damage;
import org.vectorscope.checkpoint.container.JsonDamage;

/** Contrast sets and prompts of every format, damaged. */
class ContrastDamageTest {
    private static final List<byte[]> FILES = ContrastFilesPropertiesTest.SEEDS.stream()
            .map(seed -> seed.getBytes(StandardCharsets.UTF_8))
            .toList();

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void damagedSet(@ForAll long seed) throws IOException {
        use(seed);
    }

    @Tag("slow")
    @Property(tries = 150_000, seed = "-6290050556321390393", shrinking = ShrinkingMode.OFF)
    void damagedSetAtLength(@ForAll long seed) throws IOException {
        use(seed);
    }

    private static void use(long seed) throws IOException {
        byte[] file = FILES.get((int) Math.floorMod(seed >> 9, (long) FILES.size()));
        boolean json = file[0] == '{' || file[0] == '[';
        byte[] damaged =
                json && seed % 3 != 0 ? JsonDamage.damaged(JsonDamage.parsed(file), seed) : Damage.damaged(file, seed);
        Damage.readOrRefused(damaged.length, () -> {
            ContrastFilesPropertiesTest.setOrRefusal(damaged);
            ContrastFilesPropertiesTest.promptsOrRefusal(damaged);
        });
    }
}
