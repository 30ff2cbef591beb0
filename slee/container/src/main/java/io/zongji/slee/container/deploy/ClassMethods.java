package io.zongji.slee.container.deploy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The methods an object of a class would have, one per signature: the most derived one of its superclasses, else that of an
 * interface. Bridge methods and those of {@code Object} are left out.
 */
final class ClassMethods {

    private record Signature(String name, List<Class<?>> parameters) {}

    private final Map<Signature, Method> methods = new LinkedHashMap<>();

    ClassMethods(Class<?> type) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            addAll(c);
        }
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            addInterfaces(c);
        }
    }

    private void addInterfaces(Class<?> type) {
        for (Class<?> each : type.getInterfaces()) {
            addAll(each);
            addInterfaces(each);
        }
    }

    private void addAll(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (!method.isSynthetic() && !(type.isInterface() && Modifier.isStatic(method.getModifiers()))) {
                methods.merge(
                        new Signature(method.getName(), List.of(method.getParameterTypes())),
                        method,
                        ClassMethods::stronger);
            }
        }
    }

    /** A default method explains what another interface leaves abstract; a class's own method stays what it is. */
    private static Method stronger(Method known, Method other) {
        boolean betweenInterfaces = known.getDeclaringClass().isInterface()
                && other.getDeclaringClass().isInterface();
        return betweenInterfaces && isAbstract(known) && other.isDefault() ? other : known;
    }

    List<Method> all() {
        return List.copyOf(methods.values());
    }

    List<Method> named(String name) {
        return methods.values().stream()
                .filter(method -> method.getName().equals(name))
                .toList();
    }

    Optional<Method> find(String name, Class<?>... parameters) {
        return Optional.ofNullable(methods.get(new Signature(name, List.of(parameters))));
    }

    static boolean isAbstract(Method method) {
        return Modifier.isAbstract(method.getModifiers());
    }

    static boolean isPublicAbstract(Method method) {
        return isAbstract(method) && Modifier.isPublic(method.getModifiers());
    }

    static boolean isPublicConcrete(Method method) {
        int modifiers = method.getModifiers();
        return Modifier.isPublic(modifiers) && !Modifier.isAbstract(modifiers) && !Modifier.isStatic(modifiers);
    }

    static boolean isReserved(String name) {
        return name.startsWith("sbb") || name.startsWith("ejb");
    }

    /** The method as one would write it, with short type names. */
    static String text(Method method) {
        return Modifier.toString(method.getModifiers() & ~Modifier.TRANSIENT & ~Modifier.VOLATILE)
                + " " + shortName(method.getReturnType())
                + " " + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(ClassMethods::shortName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    static boolean throwsChecked(Method method) {
        return Arrays.stream(method.getExceptionTypes())
                .anyMatch(thrown ->
                        !RuntimeException.class.isAssignableFrom(thrown) && !Error.class.isAssignableFrom(thrown));
    }

    /** Unlike {@code getSimpleName}, loads no other class: the enclosing one may be out of reach. */
    static String shortName(Class<?> type) {
        String name = type.getTypeName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
