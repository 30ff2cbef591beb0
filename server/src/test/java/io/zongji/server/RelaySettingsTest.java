package io.zongji.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelaySettingsTest {
    private static final String SECRET = "a secret of the relay";
    private static final String TCP = "turn:turn.example.com:443?transport=tcp";
    private static final String TLS = "turns:turn.example.com";

    @TempDir
    private Path data;

    @AfterEach
    void forget() {
        System.clearProperty("zongji.turn.urls");
        System.clearProperty("zongji.turn.secret.file");
    }

    @Test
    void withoutAddressesThereAreNoRelays() {
        assertThat(RelaySettings.ofSystemProperties(data)).isEqualTo(VoiceRelays.NONE);
    }

    @Test
    void addressesAreReadWithTheSecretOfTheDataFolder() throws Exception {
        System.setProperty("zongji.turn.urls", TCP + ", " + TLS);
        Files.writeString(data.resolve("turn-secret"), SECRET + "\n");

        assertThat(RelaySettings.ofSystemProperties(data)).isEqualTo(VoiceRelays.at(List.of(TCP, TLS), SECRET));
    }

    @Test
    void aWrongSettingIsNamed() throws Exception {
        System.setProperty("zongji.turn.urls", "turn.example.com");
        assertThatThrownBy(() -> RelaySettings.ofSystemProperties(data))
                .hasMessageStartingWith("zongji.turn.urls: ")
                .hasMessageContaining("was turn.example.com");

        System.setProperty("zongji.turn.urls", TCP);
        Path file = data.resolve("elsewhere");
        System.setProperty("zongji.turn.secret.file", file.toString());
        assertThatThrownBy(() -> RelaySettings.ofSystemProperties(data))
                .hasMessageStartingWith("zongji.turn.secret.file: " + file + " cannot be read");

        Files.writeString(file, "short one");
        assertThatThrownBy(() -> RelaySettings.ofSystemProperties(data))
                .hasMessageStartingWith("zongji.turn.secret.file: ")
                .hasMessageContaining("at least 16 characters")
                .hasMessageNotContaining("short one");
    }
}
