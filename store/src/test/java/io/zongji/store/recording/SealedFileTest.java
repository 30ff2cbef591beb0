package io.zongji.store.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {
    private static final char[] PASSWORD = "for-tests".toCharArray();
    private static final int SEALED_CHUNK = SealedFile.CHUNK + 16;
    private static final int HEADER = 8 + 1 + "key-1".length() + 32;

    @TempDir
    Path folder;

    private RecordingKeys keys;

    @BeforeEach
    void keystore() throws Exception {
        keys = keystore(folder.resolve("keys.p12"), "key-1", "key-2");
    }

    static RecordingKeys keystore(Path file, String... aliases) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Random random = new Random(file.hashCode());
        for (String alias : aliases) {
            byte[] key = new byte[32];
            random.nextBytes(key);
            store.setEntry(
                    alias,
                    new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES")),
                    new KeyStore.PasswordProtection(PASSWORD));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return RecordingKeys.open(file, PASSWORD, aliases[0]);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, SealedFile.CHUNK - 1, SealedFile.CHUNK, SealedFile.CHUNK + 1, 3 * SealedFile.CHUNK, 400_000})
    void whatWasSealedIsReadFromAnyPlace(int size) throws IOException {
        byte[] plain = bytes(size);
        Path file = seal(plain);

        try (AudioFile opened = open(file)) {
            assertThat(opened.size()).isEqualTo(size);
            assertThat(read(opened, 0, size)).isEqualTo(plain);
            Random random = new Random(size);
            for (int i = 0; i < 100 && size > 0; i++) {
                int first = random.nextInt(size);
                int length = 1 + random.nextInt(Math.min(100_000, size - first));
                assertThat(read(opened, first, length)).isEqualTo(Arrays.copyOfRange(plain, first, first + length));
            }
        }
    }

    @Test
    void nothingOfThePlainBytesIsInTheFileAndNoTwoFilesAreAlike() throws IOException {
        byte[] plain = new byte[200_000];
        byte[] one = Files.readAllBytes(seal(plain));
        byte[] other = Files.readAllBytes(seal(plain));
        assertThat(Arrays.mismatch(one, HEADER, one.length, other, HEADER, other.length))
                .isLessThan(16);
        for (int i = HEADER; i + 32 < one.length; i += 32) {
            assertThat(Arrays.copyOfRange(one, i, i + 32)).isNotEqualTo(new byte[32]);
        }
    }

    @Test
    void aChangedBitIsFoundInHeaderChunkAndTag() throws IOException {
        byte[] sealed = Files.readAllBytes(seal(bytes(200_000)));
        for (int place : new int[] {12, 20, HEADER, HEADER + 1000, HEADER + SEALED_CHUNK - 1, sealed.length - 1}) {
            byte[] altered = sealed.clone();
            altered[place] ^= 1;
            assertThatIOException().as("byte " + place).isThrownBy(() -> readAll(altered));
        }
    }

    @Test
    void chunksThatAreMissingMovedOrRepeatedAreFound() throws IOException {
        byte[] sealed = Files.readAllBytes(seal(bytes(3 * SealedFile.CHUNK)));
        byte[] cut = Arrays.copyOf(sealed, sealed.length - SEALED_CHUNK);
        assertThatIOException().as("the last chunk cut off").isThrownBy(() -> readAll(cut));
        assertThatIOException()
                .as("half a chunk cut off")
                .isThrownBy(() -> readAll(Arrays.copyOf(sealed, HEADER + 100)));
        assertThatIOException().as("all cut off").isThrownBy(() -> readAll(Arrays.copyOf(sealed, HEADER)));
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, HEADER, swapped, HEADER + SEALED_CHUNK, SEALED_CHUNK);
        System.arraycopy(sealed, HEADER + SEALED_CHUNK, swapped, HEADER, SEALED_CHUNK);
        assertThatIOException().as("two chunks in the other order").isThrownBy(() -> readAll(swapped));
        byte[] longer = Arrays.copyOf(sealed, sealed.length + SEALED_CHUNK);
        System.arraycopy(sealed, sealed.length - SEALED_CHUNK, longer, sealed.length, SEALED_CHUNK);
        assertThatIOException().as("the last chunk again").isThrownBy(() -> readAll(longer));
    }

    @Test
    void aFileIsReadWithTheKeyThatItNamesAndWithNoOther() throws Exception {
        byte[] plain = bytes(1000);
        byte[] sealed = Files.readAllBytes(seal(plain));
        RecordingKeys rotated = RecordingKeys.open(folder.resolve("keys.p12"), PASSWORD, "key-2");
        try (AudioFile opened = SealedFile.open(AudioFile.plain(Files.write(folder.resolve("x"), sealed)), rotated)) {
            assertThat(read(opened, 0, 1000)).isEqualTo(plain);
        }
        RecordingKeys others = keystore(folder.resolve("others.p12"), "key-1");
        assertThatIOException().isThrownBy(() -> {
            try (AudioFile opened = SealedFile.open(AudioFile.plain(folder.resolve("x")), others)) {
                read(opened, 0, 1000);
            }
        });
    }

    @Test
    void aKeystoreThatCannotBeUsedSaysWhy() {
        Path file = folder.resolve("keys.p12");
        assertThatIOException().isThrownBy(() -> RecordingKeys.open(file, "wrong".toCharArray(), "key-1"));
        assertThatIOException()
                .isThrownBy(() -> RecordingKeys.open(file, PASSWORD, "key-9"))
                .withMessageContaining("key-9");
        assertThatIOException().isThrownBy(() -> RecordingKeys.open(folder.resolve("none"), PASSWORD, "key-1"));
    }

    private Path seal(byte[] plain) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        SealedFile.seal(new ByteArrayInputStream(plain), sealed, keys);
        return Files.write(Files.createTempFile(folder, "sealed", ""), sealed.toByteArray());
    }

    private AudioFile open(Path file) throws IOException {
        return SealedFile.open(AudioFile.plain(file), keys);
    }

    private void readAll(byte[] sealed) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "altered", ""), sealed);
        try (AudioFile opened = open(file)) {
            read(opened, 0, (int) opened.size());
        }
    }

    private static byte[] read(AudioFile file, int position, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        file.read(target, position);
        assertThat(target.hasRemaining()).isFalse();
        return target.array();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
