package org.vectorscope.contrast;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** The readers under Jazzer: with {@code JAZZER_FUZZ=1} for as long as they say, else as quick checks. */
@Tag("slow")
class ContrastFilesFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void anyBytesAreASetOrARefusal(byte[] bytes) {
        ContrastFilesPropertiesTest.setOrRefusal(bytes);
    }

    @FuzzTest(maxDuration = "60s")
    void anyBytesArePromptsOrARefusal(byte[] bytes) {
        ContrastFilesPropertiesTest.promptsOrRefusal(bytes);
    }
}
