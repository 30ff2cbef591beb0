package io.zongji.store.profile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * Attribute values as text that a person can read as far as possible: a letter for the type, a colon, the value. What is
 * neither text nor number nor truth is serialized.
 */
final class AttributeText {

    private static final ObjectInputFilter LIMITS =
            ObjectInputFilter.Config.createFilter("maxdepth=32;maxrefs=100000;maxarray=100000;maxbytes=1000000");

    private AttributeText() {}

    static String of(Object value) {
        if (value instanceof String text) {
            return "s:" + text;
        } else if (value instanceof Boolean) {
            return "z:" + value;
        } else if (value instanceof Character) {
            return "c:" + value;
        } else if (value instanceof Byte) {
            return "b:" + value;
        } else if (value instanceof Short) {
            return "h:" + value;
        } else if (value instanceof Integer) {
            return "i:" + value;
        } else if (value instanceof Long) {
            return "l:" + value;
        } else if (value instanceof Float) {
            return "f:" + value;
        } else if (value instanceof Double) {
            return "d:" + value;
        }
        return "o:" + serialized(value);
    }

    /** @param classes the loader of the classes that serialized values may be of */
    static Object value(String text, ClassLoader classes) {
        String content = text.substring(2);
        return switch (text.charAt(0)) {
            case 's' -> content;
            case 'z' -> Boolean.valueOf(content);
            case 'c' -> content.charAt(0);
            case 'b' -> Byte.valueOf(content);
            case 'h' -> Short.valueOf(content);
            case 'i' -> Integer.valueOf(content);
            case 'l' -> Long.valueOf(content);
            case 'f' -> Float.valueOf(content);
            case 'd' -> Double.valueOf(content);
            case 'o' -> deserialized(content, classes);
            default -> throw new IllegalArgumentException("not the text of a profile attribute: " + text);
        };
    }

    private static String serialized(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException("A value of " + value.getClass() + " cannot be stored", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static Object deserialized(String content, ClassLoader classes) {
        InputStream bytes = new ByteArrayInputStream(Base64.getDecoder().decode(content));
        try (ObjectInputStream in = new LoadingStream(bytes, classes)) {
            in.setObjectInputFilter(LIMITS);
            return in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A stored value cannot be read", e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The class of a stored value is gone: " + e.getMessage(), e);
        }
    }

    /** Looks for classes with a given loader and not with that of this class. */
    private static final class LoadingStream extends ObjectInputStream {

        private final ClassLoader classes;

        LoadingStream(InputStream in, ClassLoader classes) throws IOException {
            super(in);
            this.classes = classes;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, classes);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }
    }
}
