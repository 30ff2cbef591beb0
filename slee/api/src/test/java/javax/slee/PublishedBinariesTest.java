package javax.slee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published RA type, event and extension jars, compiled against another declaration of the API, link with this
 * one: each class loads, all types that its members, supertypes and annotations name resolve, and so does every member of
 * the API that its code refers to.
 */
class PublishedBinariesTest {
    @ParameterizedTest
    @CsvSource({
        "net.java.slee.resource.sip.SleeSipProvider, 3",
        "net.java.slee.resource.sip.CancelRequestEvent, 3",
        "org.mobicents.slee.SbbContextExt, 72"
    })
    void everyClassOfThePublishedJarLinks(String oneClass, int count) throws Exception {
        List<String> broken = new ArrayList<>();
        List<String> classes = classesBeside(Class.forName(oneClass));
        for (String name : classes) {
            try {
                resolve(Class.forName(name, true, PublishedBinariesTest.class.getClassLoader()));
            } catch (LinkageError | TypeNotPresentException | ClassNotFoundException unresolved) {
                broken.add(name + ": " + unresolved);
            }
        }

        assertThat(classes).contains(oneClass).hasSize(count);
        assertThat(broken).isEmpty();
    }

    /** Only the extension jar has code; what the others refer to are types. */
    @Test
    void everyMemberOfTheApiThatPublishedCodeRefersToIsThere() throws Exception {
        List<ApiReference> references = new ArrayList<>();
        for (String oneClass : List.of(
                "net.java.slee.resource.sip.SleeSipProvider",
                "net.java.slee.resource.sip.CancelRequestEvent",
                "org.mobicents.slee.SbbContextExt")) {
            for (String name : classesBeside(Class.forName(oneClass))) {
                references.addAll(ApiReference.in(name));
            }
        }

        assertThat(references).hasSize(3).allMatch(ApiReference::resolves);
    }

    private static void resolve(Class<?> type) {
        type.getGenericSuperclass();
        type.getGenericInterfaces();
        type.getAnnotations();
        type.getDeclaredClasses();
        for (var field : type.getDeclaredFields()) {
            field.getGenericType();
            field.getAnnotations();
        }
        for (var constructor : type.getDeclaredConstructors()) {
            constructor.getGenericParameterTypes();
            constructor.getGenericExceptionTypes();
            constructor.getParameterAnnotations();
        }
        for (var method : type.getDeclaredMethods()) {
            method.getGenericReturnType();
            method.getGenericParameterTypes();
            method.getGenericExceptionTypes();
            method.getAnnotations();
            method.getParameterAnnotations();
            method.getDefaultValue();
        }
        // also finds inherited methods whose types are missing
        type.getMethods();
        type.getFields();
    }

    private static List<String> classesBeside(Class<?> one) throws IOException, URISyntaxException {
        Path jar =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }
}
