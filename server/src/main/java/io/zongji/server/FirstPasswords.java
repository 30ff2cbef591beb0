package io.zongji.server;

import io.zongji.store.demo.DemoPasswords;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The file with the passwords that a new database begins with; the start command makes it. */
final class FirstPasswords {
    private FirstPasswords() {}

    /**
     * @throws IOException if the file cannot be read or lacks a password; the message names the key, never a value
     */
    static DemoPasswords read(Path file) throws IOException {
        Properties entries = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            entries.load(reader);
        }
        return new DemoPasswords(
                entry(entries, "administrator", file),
                entry(entries, "supervisor", file),
                entry(entries, "inspector", file),
                entry(entries, "agents", file),
                entry(entries, "extensions", file));
    }

    private static String entry(Properties entries, String key, Path file) throws IOException {
        String value = entries.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new IOException(key + " is missing in " + file);
        }
        return value;
    }
}
