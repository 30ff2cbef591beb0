package javax.slee.resource;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Objects;

/**
 * The configuration properties of a resource adaptor entity, by name. Not thread-safe.
 */
public final class ConfigProperties implements Serializable, Cloneable {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, Property> properties = new LinkedHashMap<>();

    /** Creates an empty set of properties. */
    public ConfigProperties() {}

    /** Creates a set of these properties; no two may have one name. */
    public ConfigProperties(Property[] properties) {
        Objects.requireNonNull(properties, "properties");
        for (Property property : properties) {
            addProperty(property);
        }
    }

    /** All properties, in the order in which they were added. */
    public Property[] getProperties() {
        return properties.values().toArray(new Property[0]);
    }

    /** The property of this name, or null. */
    public Property getProperty(String name) {
        return properties.get(name);
    }

    /** Adds a property whose name is not in use. */
    public void addProperty(Property property) {
        Objects.requireNonNull(property, "property");
        if (properties.putIfAbsent(property.getName(), property) != null) {
            throw new IllegalArgumentException("There is already a property " + property.getName());
        }
    }

    @Override
    public String toString() {
        return "ConfigProperties" + properties.values();
    }

    /** A copy whose properties can be changed independently. */
    @Override
    public Object clone() {
        ConfigProperties copy = new ConfigProperties();
        for (Property property : properties.values()) {
            copy.addProperty(new Property(property.getName(), property.getType(), property.getValue()));
        }
        return copy;
    }

    /**
     * One property: a name, the name of a class ({@code java.lang.Integer} and the like), and a value of it or null.
     * Two properties are equal if their names are.
     */
    public static final class Property implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final String type;

        @SuppressWarnings("serial")
        private Object value;

        /** Creates a property; the value may be null and otherwise has the given type. */
        public Property(String name, String type, Object value) throws IllegalArgumentException {
            this.name = Objects.requireNonNull(name, "name");
            this.type = Objects.requireNonNull(type, "type");
            setValue(value);
        }

        /** The name. */
        public String getName() {
            return name;
        }

        /** The fully qualified name of the value's class. */
        public String getType() {
            return type;
        }

        /** The value, or null. */
        public Object getValue() {
            return value;
        }

        /** Changes the value; it may be null and otherwise has the property's type. */
        public void setValue(Object value) throws IllegalArgumentException {
            if (value != null && !value.getClass().getName().equals(type)) {
                throw new IllegalArgumentException("Property " + name + " is of type " + type + " and not "
                        + value.getClass().getName());
            }
            this.value = value;
        }

        @Override
        public boolean equals(Object obj) {
            return obj instanceof Property && name.equals(((Property) obj).name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return "Property[" + name + ":" + type + "=" + value + "]";
        }

        /** Reads a value of the type, which is String or the wrapper of a primitive type, from text. */
        public static Object toObject(String type, String value) throws IllegalArgumentException {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(value, "value");
            try {
                switch (type) {
                    case "java.lang.String":
                        return value;
                    case "java.lang.Integer":
                        return Integer.valueOf(value);
                    case "java.lang.Long":
                        return Long.valueOf(value);
                    case "java.lang.Double":
                        return Double.valueOf(value);
                    case "java.lang.Float":
                        return Float.valueOf(value);
                    case "java.lang.Short":
                        return Short.valueOf(value);
                    case "java.lang.Byte":
                        return Byte.valueOf(value);
                    case "java.lang.Character":
                        return character(value);
                    case "java.lang.Boolean":
                        return truth(value);
                    default:
                        throw new IllegalArgumentException("A property cannot be of type " + type);
                }
            } catch (NumberFormatException invalid) {
                throw new IllegalArgumentException("Not a " + type + ": " + value, invalid);
            }
        }

        private static Character character(String value) {
            if (value.length() != 1) {
                throw new IllegalArgumentException("Not one character: " + value);
            }
            return value.charAt(0);
        }

        private static Boolean truth(String value) {
            if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
                throw new IllegalArgumentException("Neither true nor false: " + value);
            }
            return Boolean.valueOf(value);
        }
    }
}
