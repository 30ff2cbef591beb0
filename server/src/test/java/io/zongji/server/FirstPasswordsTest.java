package io.zongji.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPasswordsTest {
    @TempDir
    Path folder;

    @Test
    void readsOnePasswordForEachKindOfUser() throws IOException {
        Path file = write("administrator=a1\nsupervisor=s2\ninspector=i3\nagents=g4\nextensions=e5\n");
        var passwords = FirstPasswords.read(file);
        assertThat(passwords.administrator()).isEqualTo("a1");
        assertThat(passwords.extensions()).isEqualTo("e5");
    }

    @Test
    void namesTheMissingKeyAndNoPassword() throws IOException {
        Path file = write("administrator=a1\nsupervisor=\ninspector=i3\nagents=g4\nextensions=e5\n");
        assertThatThrownBy(() -> FirstPasswords.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("supervisor is missing")
                .hasMessageNotContaining("a1");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("secrets.properties"), content);
    }
}
