package io.zongji.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node says what of its settings is wrong, and never what the secret is. */
class NodeSettingsTest {
    private static final String WORDS = "correct horse battery";

    @TempDir
    private Path data;

    private final Properties given = new Properties();

    @BeforeEach
    void writeSecret() throws Exception {
        Files.writeString(data.resolve("media-secret"), WORDS + "\n");
        given.setProperty("zongji.data.dir", data.toString());
    }

    @Test
    void theDataFolderIsEnough() throws Exception {
        NodeSettings settings = NodeSettings.of(given);

        assertThat(settings.ports()).isEqualTo(5000);
        assertThat(settings.media().recordings()).isEqualTo(data.resolve("recordings"));
        assertThat(settings.prompts().directory()).isEqualTo(data.resolve("prompts"));
        assertThat(settings.control()).hasToString("127.0.0.1:7070");
        assertThat(settings.repairs()).isFalse();
        assertThat(settings.toString()).doesNotContain(WORDS);
    }

    @Test
    void wrongSettingsAreNamed() throws Exception {
        given.setProperty("zongji.rtp.ports", "500-600");
        assertThatThrownBy(() -> NodeSettings.of(given)).hasMessageContaining("zongji.rtp.ports");
        given.setProperty("zongji.rtp.ports", "40000");
        assertThatThrownBy(() -> NodeSettings.of(given)).hasMessageContaining("zongji.rtp.ports");
        given.remove("zongji.rtp.ports");
        given.setProperty("zongji.media.control", "7070");
        assertThatThrownBy(() -> NodeSettings.of(given)).hasMessageContaining("host:port");
        given.remove("zongji.media.control");
        Files.writeString(data.resolve("media-secret"), "short");
        assertThatThrownBy(() -> NodeSettings.of(given))
                .hasMessageContaining("16")
                .hasMessageNotContaining("short ");
    }
}
