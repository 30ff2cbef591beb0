package io.zongji.slee.container.profile;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.descriptor.ProfileQuery;
import io.zongji.slee.container.descriptor.ProfileSpecComponent;
import io.zongji.slee.container.usage.UsageType;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.Context;
import javax.slee.profile.AttributeTypeMismatchException;
import javax.slee.profile.ProfileSpecificationID;
import javax.slee.profile.UnrecognizedAttributeException;

/** An installed profile specification, ready to make tables of: attributes by index, and generated classes. Immutable. */
public final class ProfileType {
    private final ProfileSpecComponent component;
    private final ClassLoader loader;
    private final GeneratedProfile classes;
    private final Context environment;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, ProfileQuery> queries = new HashMap<>();

    /** What code generation makes of a profile specification. */
    public interface GeneratedProfile {
        /** In the order of the indexes generated accessors use. */
        List<ProfileAttribute> attributes();

        /** An object of the profile abstract class; null if there is none. */
        ConcreteProfile newProfile();

        ProfileLocal newLocal(ProfileReference reference);

        ProfileTableView newTable(ProfileTableData table);

        /** The usage interface; empty if the specification declares none. */
        Optional<UsageType> usage();
    }

    public ProfileType(
            ProfileSpecComponent component, ClassLoader loader, GeneratedProfile classes, Context environment) {
        this.component = requireNonNull(component, "component");
        this.loader = requireNonNull(loader, "loader");
        this.classes = requireNonNull(classes, "classes");
        this.environment = requireNonNull(environment, "environment");
        for (int i = 0; i < classes.attributes().size(); i++) {
            indexes.put(classes.attributes().get(i).name(), i);
        }
        component.queries().forEach(query -> queries.put(query.name(), query));
    }

    public ProfileSpecificationID id() {
        return component.id();
    }

    public ProfileSpecComponent component() {
        return component;
    }

    ClassLoader loader() {
        return loader;
    }

    Context environment() {
        return environment;
    }

    GeneratedProfile classes() {
        return classes;
    }

    public List<ProfileAttribute> attributes() {
        return classes.attributes();
    }

    public ProfileAttribute attribute(int index) {
        return classes.attributes().get(index);
    }

    /** Null if there is no such attribute. */
    public Integer indexOf(String attribute) {
        return indexes.get(attribute);
    }

    /** The index of an attribute that may have the value, which may be null unless the attribute is primitive. */
    int attributeFor(String attribute, Object value)
            throws UnrecognizedAttributeException, AttributeTypeMismatchException {
        Integer index = indexOf(attribute);
        if (index == null) {
            throw new UnrecognizedAttributeException("Profiles of " + this + " have no attribute " + attribute);
        }
        Class<?> declared = attribute(index).type();
        boolean fits = value == null
                ? !declared.isPrimitive()
                : MethodType.methodType(declared).wrap().returnType().isInstance(value);
        if (!fits) {
            throw new AttributeTypeMismatchException(
                    "The attribute " + attribute + " is of type " + declared.getTypeName() + ", not " + value);
        }
        return index;
    }

    /** Null if there is no such static query. */
    ProfileQuery query(String name) {
        return queries.get(name);
    }

    /** A profile nobody has initialised. */
    ProfileRow unsetRow() {
        return new ProfileRow(
                null, attributes().stream().map(ProfileAttribute::unset).toArray());
    }

    @Override
    public String toString() {
        return id().toString();
    }
}
