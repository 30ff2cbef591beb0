package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.contract.Invariants;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The SLEE of the test kit obeys every rule. */
class InvariantsTest extends ProbeTest implements Invariants {
    @Test
    void everyInvariantHasItsTest() throws IOException {
        List<String> tests = Arrays.stream(Invariants.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .toList();

        assertThat(invariants()).hasSize(37).allMatch(tests::contains);
    }

    private static List<String> invariants() throws IOException {
        try (InputStream list = Invariants.class.getResourceAsStream("invariants.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
