package javax.slee;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Supertypes, visible members and constants of every type are those of the specification, no more and no fewer. */
class EveryMemberTest {
    @Test
    void everyTypeHasTheSpecifiedMembers() throws Exception {
        List<String> declared = new ArrayList<>();
        for (String line : lines("/javax-slee-1.1-types.txt")) {
            declared.addAll(describe(Class.forName(line.split(" ")[0])));
        }

        assertThat(declared).containsExactlyElementsOf(lines("/javax-slee-1.1-members.txt"));
    }

    private static List<String> describe(Class<?> type) throws IllegalAccessException {
        List<String> description = new ArrayList<>();
        description.add(type.getName() + superTypes(type));
        Stream<Executable> callable =
                Stream.concat(Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()));
        callable.filter(member -> !member.isSynthetic() && isVisible(member.getModifiers()))
                .map(EveryMemberTest::describe)
                .sorted()
                .forEach(description::add);
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
                description.add(describe(field));
            }
        }
        return description;
    }

    private static String superTypes(Class<?> type) {
        List<String> names = new ArrayList<>();
        if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            names.add(type.getSuperclass().getName());
        }
        Arrays.stream(type.getInterfaces()).map(Class::getName).sorted().forEach(names::add);
        return names.isEmpty() ? "" : " : " + String.join(", ", names);
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String describe(Executable member) {
        String result = member instanceof Method method ? method.getReturnType().getTypeName() + " " : "";
        String name = member instanceof Constructor<?> ? "new" : member.getName();
        String parameters = Arrays.stream(member.getParameterTypes())
                .map(Class::getTypeName)
                .collect(joining(", ", "(", ")"));
        return "  " + modifiers(member.getModifiers()) + result + name + parameters + checkedExceptions(member);
    }

    /** Unchecked ones are documentation. */
    private static String checkedExceptions(Executable member) {
        String names = Arrays.stream(member.getExceptionTypes())
                .filter(type -> !RuntimeException.class.isAssignableFrom(type))
                .map(Class::getName)
                .sorted()
                .collect(joining(", "));
        return names.isEmpty() ? "" : " throws " + names;
    }

    /** Final methods of final classes and the like make no difference to callers. */
    private static String modifiers(int modifiers) {
        return (Modifier.isProtected(modifiers) ? "protected " : "") + (Modifier.isStatic(modifiers) ? "static " : "");
    }

    /** With the value, where the compiler copies it into the callers' classes. */
    private static String describe(Field field) throws IllegalAccessException {
        Class<?> type = field.getType();
        String value = "";
        if (Modifier.isStatic(field.getModifiers()) && (type.isPrimitive() || type == String.class)) {
            value = " = " + field.get(null);
        }
        return "  " + modifiers(field.getModifiers()) + type.getTypeName() + " " + field.getName() + value;
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream list = EveryMemberTest.class.getResourceAsStream(resource)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
