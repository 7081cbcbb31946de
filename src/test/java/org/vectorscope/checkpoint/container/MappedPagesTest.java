package org.vectorscope.checkpoint.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MappedPagesTest {
    private static final int SIZE = 8 << 20;

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void pagesThatWereReadLeaveMemoryAndCanBeReadAgain() throws IOException {
        byte[] content = new byte[SIZE];
        new Random(1).nextBytes(content);
        Path path = Files.write(folder.resolve("weights"), content);
        try (MappedFile file = MappedFile.open(path)) {
            assertThat(file.bytes().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(content);
            assertThat(residentKilobytes(path)).isEqualTo(SIZE >> 10);
            MappedPages.giveBack(file.bytes().asSlice(100, SIZE - 200));
            assertThat(residentKilobytes(path)).isZero();
            assertThat(file.bytes().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(content);
        }
    }

    @Test
    void memoryThatIsNoFileKeepsItsContent() {
        MemorySegment memory = NativeMemory.allocate(SIZE, Arena.ofAuto());
        memory.fill((byte) 7);
        MappedPages.giveBack(memory.asReadOnly());
        assertThat(memory.get(ValueLayout.JAVA_BYTE, SIZE / 2)).isEqualTo((byte) 7);
    }

    private static long residentKilobytes(Path mapped) throws IOException {
        long sum = 0;
        boolean ours = false;
        for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
            if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                ours = line.endsWith(mapped.toString());
            } else if (ours && line.startsWith("Rss:")) {
                sum += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return sum;
    }
}
