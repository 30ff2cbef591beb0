package io.zongji.slee.container.codegen;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods of a class as a generator wants them: also protected ones, each signature once per return type. */
final class Methods {
    private final List<Method> all;

    private Methods(List<Method> all) {
        this.all = all;
    }

    static Methods of(Class<?> type) {
        Map<String, Method> found = new LinkedHashMap<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            collect(at.getDeclaredMethods(), found);
        }
        collect(type.getMethods(), found);
        return new Methods(List.copyOf(found.values()));
    }

    private static void collect(Method[] methods, Map<String, Method> found) {
        for (Method method : methods) {
            if (!Modifier.isPrivate(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())) {
                String key = method.getName()
                        + Arrays.toString(method.getParameterTypes())
                        + method.getReturnType().getName();
                found.putIfAbsent(key, method);
            }
        }
    }

    /** All methods of the name and number of parameters; several only for overloads and covariant returns. */
    List<Method> named(String name, int parameters) {
        return all.stream()
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .toList();
    }

    /** The abstract ones of the name, that is what remains to be generated. */
    List<Method> abstractNamed(String name, int parameters) {
        return named(name, parameters).stream()
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .toList();
    }

    /** Of several return types the most specific. */
    static Optional<Method> mostSpecific(Collection<Method> methods) {
        return methods.stream().reduce((a, b) -> a.getReturnType().isAssignableFrom(b.getReturnType()) ? b : a);
    }

    /** Every abstract method that the given type does not have already. */
    List<Method> abstractBeyond(Class<?> known) {
        Methods base = of(known);
        List<Method> beyond = new ArrayList<>();
        for (Method method : all) {
            boolean inherited = base.all.stream()
                    .anyMatch(other -> other.getName().equals(method.getName())
                            && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
            if (Modifier.isAbstract(method.getModifiers()) && !inherited) {
                beyond.add(method);
            }
        }
        return beyond;
    }
}
