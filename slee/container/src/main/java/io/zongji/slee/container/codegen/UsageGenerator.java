package io.zongji.slee.container.codegen;

import io.zongji.slee.container.entity.UsageSet;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import javassist.ClassPool;

/** Generates the class behind a usage parameters interface: {@code incrementX}, {@code sampleX} and {@code getX}. */
final class UsageGenerator {
    private UsageGenerator() {}

    static Supplier<Object> generate(ClassPool pool, Class<?> usage) {
        List<Method> methods = Methods.of(usage).abstractBeyond(Object.class);
        TreeSet<String> names = new TreeSet<>();
        methods.forEach(method -> names.add(parameter(method)));
        List<String> parameters = List.copyOf(names);
        ClassWriter writer = new ClassWriter(pool, usage, "Usage", usage.getName());
        writer.extend(UsageSet.class);
        writer.implement(usage);
        writer.constructor("() { super(" + parameters.size() + "); }");
        for (Method method : methods) {
            writer.method(
                    ClassWriter.head(method) + " { " + body(method, parameters.indexOf(parameter(method))) + " }");
        }
        return instancesOf(writer.define());
    }

    private static String parameter(Method method) {
        for (String prefix : List.of("increment", "sample", "get")) {
            if (method.getName().startsWith(prefix)) {
                return method.getName().substring(prefix.length());
            }
        }
        throw new CodeGenerationException("Not a usage parameter method: " + method, null);
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

    private static Supplier<Object> instancesOf(Class<?> type) {
        try {
            Constructor<?> constructor = type.getConstructor();
            return () -> {
                try {
                    return constructor.newInstance();
                } catch (ReflectiveOperationException e) {
                    throw new CodeGenerationException("Cannot instantiate " + type, e);
                }
            };
        } catch (NoSuchMethodException e) {
            throw new CodeGenerationException("No constructor in " + type, e);
        }
    }
}
