package io.zongji.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The domain stays plain: the JDK without I/O, itself, and Jackson where flow documents are read and written. */
class DomainKnowsNobodyTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final List<String> ALLOWED = List.of(
            "import java.math.",
            "import java.nio.charset.",
            "import java.security.MessageDigest;",
            "import java.security.NoSuchAlgorithmException;",
            "import java.text.",
            "import java.time.",
            "import java.util.",
            "import java.io.Serializable;",
            "import io.zongji.domain.",
            "import static io.zongji.domain.");

    @Test
    void domainImportsNothingButTheJdkAndItself() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> others = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(DomainKnowsNobodyTest::imports)
                    .filter(line -> ALLOWED.stream().noneMatch(line::contains))
                    .filter(line -> !line.contains("/flow/") || !line.contains("import com.fasterxml.jackson."))
                    // Reads address literals only; it never asks the name service.
                    .filter(line -> !line.contains("/config/Network.java:"))
                    .toList();
            assertThat(others).isEmpty();
        }
    }

    private static Stream<String> imports(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("import "))
                    .map(line -> file.toString().replace('\\', '/') + ": " + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
