package io.zongji.slee.container.deploy;

import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.Set;
import javax.slee.ActivityContextInterface;
import javax.slee.EventContext;
import javax.slee.SbbLocalObject;
import javax.slee.profile.ProfileLocalObject;

/** Which types CMP fields and attributes may have, and which constants the environment may hold. */
final class Storable {

    private static final Set<Class<?>> REFERENCES =
            Set.of(ActivityContextInterface.class, EventContext.class, SbbLocalObject.class, ProfileLocalObject.class);

    private Storable() {}

    /**
     * Primitives, serializable types, and references to things of the SLEE. Of any other interface nothing can be said
     * before a value comes: {@code List} is not serializable, its usual implementations are.
     */
    static boolean is(Class<?> type) {
        return type != void.class
                && (type.isPrimitive()
                        || type.isInterface()
                        || Serializable.class.isAssignableFrom(type)
                        || REFERENCES.stream().anyMatch(reference -> reference.isAssignableFrom(type)));
    }

    static boolean isConstantType(String type) {
        return switch (type) {
            case "java.lang.String",
                    "java.lang.Character",
                    "java.lang.Boolean",
                    "java.lang.Byte",
                    "java.lang.Short",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Float",
                    "java.lang.Double" -> true;
            default -> false;
        };
    }

    /** Whether text is a value of one of the constant types. */
    static boolean parses(String type, String text) {
        try {
            return switch (type) {
                case "java.lang.Character" -> text.length() == 1;
                case "java.lang.Boolean" -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
                case "java.lang.Byte" -> Byte.valueOf(text) != null;
                case "java.lang.Short" -> Short.valueOf(text) != null;
                case "java.lang.Integer" -> Integer.valueOf(text) != null;
                case "java.lang.Long" -> Long.valueOf(text) != null;
                case "java.lang.Float" -> Float.valueOf(text) != null;
                case "java.lang.Double" -> Double.valueOf(text) != null;
                default -> true;
            };
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static boolean isAccessor(Method method) {
        return isGetter(method) || isSetter(method);
    }

    static boolean isGetter(Method method) {
        return named(method, "get") && method.getParameterCount() == 0 && method.getReturnType() != void.class;
    }

    static boolean isSetter(Method method) {
        return named(method, "set") && method.getParameterCount() == 1 && method.getReturnType() == void.class;
    }

    private static boolean named(Method method, String prefix) {
        String name = method.getName();
        return name.startsWith(prefix) && name.length() > 3 && Character.isUpperCase(name.charAt(3));
    }

    /** The attribute of an accessor, its first letter in lower case. */
    static String attribute(Method accessor) {
        String name = accessor.getName().substring(3);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
