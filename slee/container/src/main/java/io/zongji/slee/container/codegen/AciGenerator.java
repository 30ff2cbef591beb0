package io.zongji.slee.container.codegen;

import io.zongji.slee.container.activity.Aci;
import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.AttributeKey;
import java.lang.reflect.Method;
import java.util.List;
import java.util.TreeSet;
import javassist.ClassPool;
import javax.slee.ActivityContextInterface;
import org.mobicents.slee.ActivityContextInterfaceExt;

/** Generates the class behind an SBB activity context interface: a view of the context with typed attributes. */
final class AciGenerator {
    private final ClassWriter writer;
    private final Class<?> aciInterface;
    private final List<Method> accessors;
    private final List<String> attributes;

    AciGenerator(ClassPool pool, Class<?> neighbour, Class<?> aciInterface, String origin) {
        this.writer = new ClassWriter(pool, neighbour, "Aci", origin);
        this.aciInterface = aciInterface;
        this.accessors = Methods.of(aciInterface)
                .abstractBeyond(
                        ActivityContextInterfaceExt.class.isAssignableFrom(aciInterface)
                                ? ActivityContextInterfaceExt.class
                                : ActivityContextInterface.class);
        TreeSet<String> names = new TreeSet<>();
        accessors.forEach(method -> names.add(attribute(method)));
        this.attributes = List.copyOf(names);
    }

    private static String attribute(Method accessor) {
        String rest = accessor.getName().substring(3);
        return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
    }

    /** In the order of the keys the generated class expects. */
    List<String> attributes() {
        return attributes;
    }

    Class<?> aciInterface() {
        return aciInterface;
    }

    Class<?> generate() {
        String keys = AttributeKey.class.getName() + "[]";
        writer.extend(Aci.class);
        writer.implement(aciInterface);
        writer.field("private final " + keys + " zongjiKeys;");
        writer.constructor("(" + ActivityContext.class.getName() + " context, " + keys
                + " keys) { super(context); zongjiKeys = keys; }");
        for (Method accessor : accessors) {
            String key = "zongjiKeys[" + attributes.indexOf(attribute(accessor)) + "]";
            writer.method(ClassWriter.head(accessor)
                    + (accessor.getParameterCount() == 0
                            ? " { " + read(accessor.getReturnType(), key) + " }"
                            : " { zongjiAttribute(" + key + ", ($w) $1); }"));
        }
        return writer.define();
    }

    private static String read(Class<?> type, String key) {
        if (!type.isPrimitive()) {
            return "return (" + ClassWriter.source(type) + ") zongjiAttribute(" + key + ");";
        }
        Class<?> wrapper = java.lang.invoke.MethodType.methodType(type).wrap().returnType();
        String unset =
                type == boolean.class ? "false" : type == char.class ? "'\\u0000'" : "(" + type.getName() + ") 0";
        return "Object value = zongjiAttribute(" + key + "); if (value == null) { return " + unset + "; } return (("
                + wrapper.getName() + ") value)." + type.getName() + "Value();";
    }
}
