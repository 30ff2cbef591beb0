package io.zongji.store.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    @TempDir
    private Path data;

    @Test
    void whatIsSealedIsOpenedAfterARestartToo() throws Exception {
        String closed = Seal.of(data.resolve("key")).seal("密码 s3cret");
        assertThat(closed).doesNotContain("s3cret");
        assertThat(Seal.of(data.resolve("key")).open(closed)).isEqualTo("密码 s3cret");
    }

    @Test
    void anotherInstallationOpensNothing() throws Exception {
        String closed = Seal.of(data.resolve("key")).seal("s3cret");
        Seal other = Seal.of(data.resolve("other"));
        assertThatThrownBy(() -> other.open(closed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> other.open("c2hvcnQ=")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameTextIsNeverSealedTwiceTheSame() throws Exception {
        Seal seal = Seal.of(data.resolve("key"));
        assertThat(seal.seal("s3cret")).isNotEqualTo(seal.seal("s3cret"));
    }

    @Test
    void theKeyIsTheServersOwn() throws Exception {
        Seal.of(data.resolve("key"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("key"))))
                .isEqualTo("rw-------");
    }
}
