package javax.slee;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The API has the types of the specification, of the specified kinds, and no other public ones. */
class EveryTypeTest {
    @Test
    void eachPackageHasItsNumberOfTypes() throws IOException {
        Map<String, Long> perPackage = lines().stream()
                .map(line -> line.split(" ")[0])
                .filter(name -> name.indexOf('$') < 0)
                .collect(groupingBy(name -> name.substring(0, name.lastIndexOf('.')), counting()));

        assertThat(perPackage)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("javax.slee", 32L),
                        Map.entry("javax.slee.connection", 3L),
                        Map.entry("javax.slee.facilities", 17L),
                        Map.entry("javax.slee.management", 56L),
                        Map.entry("javax.slee.nullactivity", 3L),
                        Map.entry("javax.slee.profile", 32L),
                        Map.entry("javax.slee.profile.query", 17L),
                        Map.entry("javax.slee.resource", 22L),
                        Map.entry("javax.slee.serviceactivity", 4L),
                        Map.entry("javax.slee.transaction", 4L),
                        Map.entry("javax.slee.usage", 10L)));
    }

    @Test
    void eachTypeIsOfTheSpecifiedKind() throws Exception {
        List<String> declared = new ArrayList<>();
        for (String line : lines()) {
            declared.add(describe(Class.forName(line.split(" ")[0])));
        }

        assertThat(declared).hasSize(202).containsExactlyElementsOf(lines());
    }

    @Test
    void noOtherTypeIsPublicAndOnlyTheBaseOfNotificationSourcesIsHidden() throws Exception {
        TreeSet<String> visible = new TreeSet<>();
        for (String name : compiledTypes()) {
            Class<?> type = Class.forName(name);
            if (Modifier.isPublic(type.getModifiers())) {
                visible.add(name);
            }
        }
        TreeSet<String> specified = new TreeSet<>();
        lines().forEach(line -> specified.add(line.split(" ")[0]));
        assertThat(specified.remove("javax.slee.management.AbstractNotificationSource"))
                .isTrue();

        assertThat(visible).isEqualTo(specified);
    }

    private static String describe(Class<?> type) {
        if (type.isInterface()) {
            return type.getName() + " interface";
        }
        int modifiers = type.getModifiers();
        String kind = Modifier.isAbstract(modifiers) ? "abstract-" : Modifier.isFinal(modifiers) ? "final-" : "";
        return type.getName() + " " + kind + "class " + type.getSuperclass().getName();
    }

    private static List<String> compiledTypes() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Sbb.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .toList();
        }
    }

    private static List<String> lines() throws IOException {
        try (InputStream list = EveryTypeTest.class.getResourceAsStream("/javax-slee-1.1-types.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
