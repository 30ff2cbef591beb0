package io.zongji.ear;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The other of the system's browsers. */
public final class Firefox {
    private Firefox() {}

    /** Empty where it is not installed. */
    public static Optional<Path> executable() {
        return Stream.of("/usr/bin/firefox-esr", "/usr/bin/firefox")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
