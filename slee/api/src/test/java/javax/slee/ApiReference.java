package javax.slee;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javassist.bytecode.ClassFile;
import javassist.bytecode.ConstPool;

/** A reference in a compiled class to a method or field of the API, as the virtual machine would have to resolve it. */
record ApiReference(String from, String type, String member, String descriptor) {
    /** All of one class, found in its constant pool. */
    static List<ApiReference> in(String className) throws IOException {
        String file = "/" + className.replace('.', '/') + ".class";
        List<ApiReference> references = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(ApiReference.class.getResourceAsStream(file))) {
            ConstPool pool = new ClassFile(in).getConstPool();
            for (int i = 1; i < pool.getSize(); i++) {
                ApiReference reference = at(pool, i, className);
                if (reference != null && reference.type.startsWith("javax.slee.")) {
                    references.add(reference);
                }
            }
        }
        return references;
    }

    private static ApiReference at(ConstPool pool, int index, String from) {
        return switch (pool.getTag(index)) {
            case ConstPool.CONST_Fieldref ->
                new ApiReference(
                        from,
                        pool.getFieldrefClassName(index),
                        pool.getFieldrefName(index),
                        pool.getFieldrefType(index));
            case ConstPool.CONST_Methodref ->
                new ApiReference(
                        from,
                        pool.getMethodrefClassName(index),
                        pool.getMethodrefName(index),
                        pool.getMethodrefType(index));
            case ConstPool.CONST_InterfaceMethodref ->
                new ApiReference(
                        from,
                        pool.getInterfaceMethodrefClassName(index),
                        pool.getInterfaceMethodrefName(index),
                        pool.getInterfaceMethodrefType(index));
            default -> null;
        };
    }

    boolean resolves() {
        try {
            Class<?> owner = Class.forName(type);
            return members(owner).anyMatch((member + descriptor)::equals);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Names and descriptors of all members, inherited ones too. */
    private static Stream<String> members(Class<?> type) {
        if (type == null) {
            return Stream.empty();
        }
        Stream<String> own = Stream.of(
                        Arrays.stream(type.getDeclaredMethods())
                                .map(method -> method.getName()
                                        + descriptor(method.getParameterTypes(), method.getReturnType())),
                        Arrays.stream(type.getDeclaredConstructors())
                                .map(made -> "<init>" + descriptor(made.getParameterTypes(), void.class)),
                        Arrays.stream(type.getDeclaredFields())
                                .map(field -> field.getName() + field.getType().descriptorString()))
                .flatMap(members -> members);
        Stream<Class<?>> above = Stream.concat(Stream.of(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
        return Stream.concat(own, above.flatMap(ApiReference::members));
    }

    private static String descriptor(Class<?>[] parameters, Class<?> result) {
        StringBuilder text = new StringBuilder("(");
        for (Class<?> parameter : parameters) {
            text.append(parameter.descriptorString());
        }
        return text.append(')').append(result.descriptorString()).toString();
    }
}
