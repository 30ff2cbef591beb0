package io.zongji.server;

import io.zongji.store.recording.FolderStorage;
import io.zongji.store.recording.RecordingFiles;
import io.zongji.store.recording.RecordingKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How finished recordings are kept.
 *
 * @param storage    folder that finished files are moved to; null: they stay where they were written
 * @param keystore   with the keys that seal them; null: they are kept as they are
 * @param password   of the keystore; empty if there is none
 * @param key        alias of the key for new files
 * @param checkEvery how old the last look at a file may be
 * @param keepFor    after which time they are deleted; zero: never
 */
public record RecordingSettings(
        Path storage, Path keystore, String password, String key, Duration checkEvery, Duration keepFor) {

    /** Files stay as and where they are written, for ever. */
    static final RecordingSettings USUAL =
            new RecordingSettings(null, null, "", "recordings", Duration.ofDays(1), Duration.ZERO);

    public RecordingSettings {
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(key, "key");
        if (checkEvery.isNegative() || checkEvery.isZero()) {
            throw new IllegalArgumentException("zongji.recordings.check.days: 1 or more, was " + checkEvery.toDays());
        }
        if (keepFor.isNegative()) {
            throw new IllegalArgumentException("zongji.recordings.days: 0 or more, was " + keepFor.toDays());
        }
    }

    static RecordingSettings ofSystemProperties() {
        return new RecordingSettings(
                path("zongji.recordings.storage"),
                path("zongji.recordings.keystore"),
                Objects.requireNonNullElse(System.getenv("ZONGJI_RECORDINGS_PASSWORD"), ""),
                System.getProperty("zongji.recordings.key", USUAL.key()),
                Duration.ofDays(Long.getLong(
                        "zongji.recordings.check.days", USUAL.checkEvery().toDays())),
                Duration.ofDays(Long.getLong("zongji.recordings.days", 0)));
    }

    private static Path path(String property) {
        String value = System.getProperty(property, "");
        return value.isBlank() ? null : Path.of(value);
    }

    /** @param spool where recordings are written */
    RecordingFiles files(Path spool) throws IOException {
        if (storage != null) {
            Files.createDirectories(storage);
        }
        return new RecordingFiles(
                spool,
                storage == null ? null : new FolderStorage(storage),
                keystore == null ? null : RecordingKeys.open(keystore, password.toCharArray(), key));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RecordingSettings[storage=" + storage + ", keystore=" + keystore + ", key=" + key + ", checkEvery="
                + checkEvery + ", keepFor=" + keepFor + "]";
    }
}
