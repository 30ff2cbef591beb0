package io.zongji.slee.container.profile;

import io.zongji.slee.container.descriptor.ProfileQuery;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import javax.slee.profile.AttributeTypeMismatchException;
import javax.slee.profile.UnrecognizedAttributeException;
import javax.slee.profile.UnrecognizedQueryNameException;
import javax.slee.profile.query.QueryExpression;

/** Finds profiles: by an attribute's value, by a static query of the specification, by an expression of management's. */
final class ProfileQueries {
    private final ProfileType type;

    ProfileQueries(ProfileType type) {
        this.type = type;
    }

    /** The profiles whose attribute equals the value, or is an array that contains it. */
    List<ProfileRow> matching(String attribute, Object value, ProfileSnapshot snapshot)
            throws UnrecognizedAttributeException, AttributeTypeMismatchException {
        return snapshot.matching(indexOf(attribute, value), value);
    }

    /** The index of an attribute that may have the value. */
    int indexOf(String attribute, Object value) throws UnrecognizedAttributeException, AttributeTypeMismatchException {
        Integer index = type.indexOf(attribute);
        if (index == null) {
            throw new UnrecognizedAttributeException("Profiles of " + type + " have no attribute " + attribute);
        }
        Class<?> declared = type.attribute(index).type();
        Class<?> single = declared.isArray() ? declared.getComponentType() : declared;
        if (!MethodType.methodType(single).wrap().returnType().isInstance(value)) {
            throw new AttributeTypeMismatchException("The attribute " + attribute + " is of type " + single.getName()
                    + ", not " + value.getClass().getName());
        }
        return index;
    }

    /** Runs a static query; not more profiles than the query's maximum come back. */
    List<ProfileRow> run(String query, Object[] arguments, ProfileSnapshot snapshot)
            throws UnrecognizedQueryNameException, UnrecognizedAttributeException, AttributeTypeMismatchException {
        ProfileQuery found = type.query(query);
        if (found == null) {
            throw new UnrecognizedQueryNameException("Profiles of " + type + " have no query " + query);
        }
        QueryExpression expression = new StaticQuery(type, found, arguments).expression();
        long limit = found.maxMatches().orElse(Long.MAX_VALUE);
        return filter(expression, snapshot).stream().limit(limit).toList();
    }

    List<ProfileRow> filter(QueryExpression expression, ProfileSnapshot snapshot)
            throws UnrecognizedAttributeException, AttributeTypeMismatchException {
        Collection<ProfileRow> rows = snapshot.rows();
        Predicate<ProfileRow> condition = new QueryCondition(this, rows).of(expression);
        return rows.stream().filter(condition).toList();
    }
}
