package io.zongji.slee.container.codegen;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javassist.CannotCompileException;
import javassist.ClassPool;
import javassist.CtClass;
import javassist.CtField;
import javassist.CtNewConstructor;
import javassist.CtNewMethod;
import javassist.LoaderClassPath;
import javassist.NotFoundException;

/**
 * Writes one generated class from Java source and defines it in the package and loader of an existing one. The name ends
 * in a hash of what it is made from, so a second container in the same loader finds the class instead of defining it twice.
 */
final class ClassWriter {
    private final ClassPool pool;
    private final Class<?> neighbour;
    private final String name;
    private final List<String> fields = new ArrayList<>();
    private final List<String> constructors = new ArrayList<>();
    private final List<String> methods = new ArrayList<>();
    private final List<Class<?>> interfaces = new ArrayList<>();
    private Class<?> superclass = Object.class;

    /** @param origin everything the class depends on, as text */
    ClassWriter(ClassPool pool, Class<?> neighbour, String suffix, String origin) {
        this.pool = pool;
        this.neighbour = neighbour;
        this.name = neighbour.getName() + "$Zongji" + suffix + Integer.toHexString(origin.hashCode());
    }

    static ClassPool poolFor(ClassLoader loader) {
        ClassPool pool = new ClassPool(false);
        pool.appendClassPath(new LoaderClassPath(loader));
        pool.appendClassPath(new LoaderClassPath(ClassWriter.class.getClassLoader()));
        pool.appendSystemPath();
        return pool;
    }

    String name() {
        return name;
    }

    void extend(Class<?> type) {
        superclass = type;
    }

    void implement(Class<?> type) {
        interfaces.add(type);
    }

    void field(String source) {
        fields.add(source);
    }

    void constructor(String parametersAndBody) {
        constructors.add("public " + name.substring(name.lastIndexOf('.') + 1) + parametersAndBody);
    }

    void method(String source) {
        methods.add(source);
    }

    Class<?> define() {
        try {
            return Class.forName(name, true, neighbour.getClassLoader());
        } catch (ClassNotFoundException notYet) {
            return write();
        }
    }

    private Class<?> write() {
        String at = name;
        try {
            CtClass type = pool.makeClass(name, pool.get(superclass.getName()));
            for (Class<?> implemented : interfaces) {
                type.addInterface(pool.get(implemented.getName()));
            }
            for (String field : fields) {
                at = field;
                type.addField(CtField.make(field, type));
            }
            for (String constructor : constructors) {
                at = constructor;
                type.addConstructor(CtNewConstructor.make(constructor, type));
            }
            for (String method : methods) {
                at = method;
                type.addMethod(CtNewMethod.make(method, type));
            }
            byte[] bytes = type.toBytecode();
            return MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup())
                    .defineClass(bytes);
        } catch (CannotCompileException | NotFoundException | java.io.IOException | IllegalAccessException e) {
            throw new CodeGenerationException("Cannot generate " + at + " for " + neighbour.getName(), e);
        }
    }

    /** A type as Java source. */
    static String source(Class<?> type) {
        return type.isArray() ? source(type.getComponentType()) + "[]" : type.getName();
    }

    /** The head of a public method with parameters p0, p1, ... that overrides the given one. */
    static String head(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        String list = IntStream.range(0, parameters.length)
                .mapToObj(i -> source(parameters[i]) + " p" + i)
                .collect(Collectors.joining(", "));
        String exceptions = method.getExceptionTypes().length == 0
                ? ""
                : " throws "
                        + java.util.Arrays.stream(method.getExceptionTypes())
                                .map(Class::getName)
                                .collect(Collectors.joining(", "));
        return "public " + source(method.getReturnType()) + " " + method.getName() + "(" + list + ")" + exceptions;
    }
}
