package io.zongji.slee.container.codegen;

import io.zongji.slee.container.descriptor.UsageInterface;
import io.zongji.slee.container.usage.UsageParameter;
import io.zongji.slee.container.usage.UsageSet;
import io.zongji.slee.container.usage.UsageType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Generates the class behind a usage parameters interface: {@code incrementX}, {@code sampleX} and {@code getX}. */
public final class UsageGenerator {
    private UsageGenerator() {}

    /** The type behind the interface a descriptor names. */
    public static UsageType generate(UsageInterface descriptor, ClassLoader loader) {
        try {
            return generate(descriptor, Class.forName(descriptor.interfaceName(), false, loader));
        } catch (ClassNotFoundException e) {
            throw new CodeGenerationException("No usage parameters interface " + descriptor.interfaceName(), e);
        }
    }

    private static UsageType generate(UsageInterface descriptor, Class<?> usage) {
        List<Method> methods = Methods.of(usage).abstractBeyond(Object.class);
        TreeSet<String> names = new TreeSet<>();
        methods.forEach(method -> names.add(parameter(method)));
        List<String> parameters = List.copyOf(names);
        ClassWriter writer =
                new ClassWriter(ClassWriter.poolFor(usage.getClassLoader()), usage, "Usage", usage.getName());
        writer.extend(UsageSet.class);
        writer.implement(usage);
        writer.constructor("() { super(" + parameters.size() + "); }");
        for (Method method : methods) {
            writer.method(
                    ClassWriter.head(method) + " { " + body(method, parameters.indexOf(parameter(method))) + " }");
        }
        return new UsageType(
                parameters.stream()
                        .map(name -> new UsageParameter(name, isCounter(methods, name), isNotifying(descriptor, name)))
                        .toList(),
                instancesOf(writer.define()));
    }

    private static String parameter(Method method) {
        for (String prefix : List.of("increment", "sample", "get")) {
            if (method.getName().startsWith(prefix)) {
                String name = method.getName().substring(prefix.length());
                return Character.toLowerCase(name.charAt(0)) + name.substring(1);
            }
        }
        throw new CodeGenerationException("Not a usage parameter method: " + method, null);
    }

    private static boolean isCounter(List<Method> methods, String parameter) {
        return methods.stream()
                .filter(method -> parameter(method).equals(parameter))
                .anyMatch(method -> method.getName().startsWith("increment") || method.getReturnType() == long.class);
    }

    private static boolean isNotifying(UsageInterface descriptor, String parameter) {
        return descriptor.parameters().stream()
                .anyMatch(listed -> listed.name().equals(parameter) && listed.notificationsEnabled());
    }

    private static String body(Method method, int index) {
        if (method.getName().startsWith("increment")) {
            return "zongjiIncrement(" + index + ", $1);";
        }
        if (method.getName().startsWith("sample")) {
            return "zongjiSample(" + index + ", $1);";
        }
        return method.getReturnType() == long.class
                ? "return zongjiCount(" + index + ");"
                : "return zongjiStatistics(" + index + ");";
    }

    private static Supplier<UsageSet> instancesOf(Class<?> type) {
        try {
            Constructor<?> constructor = type.getConstructor();
            return () -> {
                try {
                    return (UsageSet) constructor.newInstance();
                } catch (ReflectiveOperationException e) {
                    throw new CodeGenerationException("Cannot instantiate " + type, e);
                }
            };
        } catch (NoSuchMethodException e) {
            throw new CodeGenerationException("No constructor in " + type, e);
        }
    }
}
