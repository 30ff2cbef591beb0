package io.zongji.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Which TURN servers relay the voice of pages; {@code docs/configuration.md} lists the properties. */
final class RelaySettings {
    private static final String URLS = "zongji.turn.urls";
    private static final String SECRET_FILE = "zongji.turn.secret.file";

    private RelaySettings() {}

    /**
     * Reads the system properties {@code zongji.turn.*}, and the file with the secret where there are relays.
     *
     * @param data folder of the secret's file, unless it is set
     * @throws IllegalArgumentException names the setting that is wrong
     */
    static VoiceRelays ofSystemProperties(Path data) {
        String urls = System.getProperty(URLS, "").strip();
        if (urls.isEmpty()) {
            return VoiceRelays.NONE;
        }
        List<String> each =
                Arrays.stream(urls.split(",", -1)).map(String::strip).toList();
        try {
            each.forEach(VoiceRelays::check);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(URLS + ": " + e.getMessage(), e);
        }
        Path file = Path.of(
                System.getProperty(SECRET_FILE, data.resolve("turn-secret").toString()));
        try {
            return VoiceRelays.at(each, Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(SECRET_FILE + ": " + file + " cannot be read: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SECRET_FILE + ": " + file + ": " + e.getMessage(), e);
        }
    }
}
