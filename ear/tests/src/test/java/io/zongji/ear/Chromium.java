package io.zongji.ear;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The system's browser. */
public final class Chromium {
    private Chromium() {}

    public static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no browser: apt-get install chromium"));
    }
}
