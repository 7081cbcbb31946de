package org.vectorscope.checkpoint.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.file.BadInput;

class HubSettingsTest {
    @TempDir
    Path home;

    @Test
    void withoutVariablesTheConventionsHold() {
        HubSettings settings = HubSettings.of(Map.of(), home);
        assertThat(settings.endpoint()).hasToString("https://huggingface.co");
        assertThat(settings.cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
        assertThat(settings.token()).isEmpty();
        assertThat(settings.offline()).isEmpty();
    }

    @Test
    void theVariablesOfHuggingFacesToolsAreFollowed() throws IOException {
        Files.writeString(home.resolve("token"), "hf_file\n");
        Map<String, String> home1 = Map.of("HF_HOME", home.toString(), "HF_HUB_OFFLINE", "1");
        assertThat(HubSettings.of(home1, home).token()).contains("hf_file");
        assertThat(HubSettings.of(home1, home).cache()).isEqualTo(home.resolve("hub"));
        assertThat(HubSettings.of(home1, home).offline()).contains("since HF_HUB_OFFLINE is set");
        Map<String, String> more = Map.of(
                "HF_HOME",
                home.toString(),
                "HF_TOKEN",
                "hf_env",
                "HF_HUB_CACHE",
                "/elsewhere",
                "HF_ENDPOINT",
                "http://mirror:8080/");
        assertThat(HubSettings.of(more, home).token()).contains("hf_env");
        assertThat(HubSettings.of(more, home).cache()).isEqualTo(Path.of("/elsewhere"));
        assertThat(HubSettings.of(more, home).endpoint()).hasToString("http://mirror:8080");
    }

    @Test
    void anEndpointThatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> HubSettings.of(Map.of("HF_ENDPOINT", "file:///etc"), home))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> HubSettings.of(Map.of("HF_ENDPOINT", "not an address"), home))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void theDataFolderIsWhereThePropertyOrTheVariableSays() {
        assertThat(DataFolder.choose("/p", Map.of(DataFolder.VARIABLE, "/v")).root())
                .isEqualTo(Path.of("/p").toAbsolutePath());
        assertThat(DataFolder.choose(null, Map.of(DataFolder.VARIABLE, "/v")).root())
                .isEqualTo(Path.of("/v").toAbsolutePath());
        assertThat(DataFolder.choose(" ", Map.of()).root().toString()).containsIgnoringCase("vectorscope");
    }
}
