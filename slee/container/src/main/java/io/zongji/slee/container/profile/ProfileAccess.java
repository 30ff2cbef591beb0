package io.zongji.slee.container.profile;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.descriptor.ProfileCmpField;
import java.util.Collection;
import java.util.List;
import javax.slee.Address;
import javax.slee.profile.AttributeNotIndexedException;
import javax.slee.profile.AttributeTypeMismatchException;
import javax.slee.profile.ProfileFacility;
import javax.slee.profile.ProfileID;
import javax.slee.profile.ProfileSpecificationID;
import javax.slee.profile.ProfileTable;
import javax.slee.profile.ProfileTableActivity;
import javax.slee.profile.UnrecognizedAttributeException;
import javax.slee.profile.UnrecognizedProfileNameException;
import javax.slee.profile.UnrecognizedProfileTableNameException;

/** How running components reach profiles: the profile facility, and what generated SBB classes and the router ask. */
@SuppressWarnings("deprecation")
public final class ProfileAccess implements ProfileFacility {
    private final ProfileSurroundings surroundings;

    public ProfileAccess(ProfileSurroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    private ProfileTableData table(String name) throws UnrecognizedProfileTableNameException {
        return surroundings.table(requireNonNull(name, "profile table name"));
    }

    private ProfileSnapshot snapshot(ProfileTableData table) {
        return table.snapshot(table.transactions().current());
    }

    /** For {@code get-profile-cmp-method}: an object of the CMP interface of the specification. */
    public Object cmp(ProfileID id, ProfileSpecificationID specification)
            throws UnrecognizedProfileTableNameException, UnrecognizedProfileNameException {
        requireNonNull(id, "profile id");
        ProfileTableData table = table(id.getProfileTableName());
        if (!table.type().id().equals(specification)) {
            throw new UnrecognizedProfileTableNameException(
                    table + " has profiles of " + table.type() + ", not of " + specification);
        }
        if (table.row(id.getProfileName(), table.transactions().require()) == null) {
            throw new UnrecognizedProfileNameException("There is no " + id);
        }
        return table.local(id.getProfileName());
    }

    /** For initial events: the profile of an address profile table that has the address; null if none has. */
    public ProfileID withAddress(String tableName, Address address) {
        ProfileTableData table = surroundings.tables().get(tableName);
        if (table == null) {
            return null;
        }
        Integer single = table.type().indexOf("address");
        Integer attribute = single == null ? table.type().indexOf("addresses") : single;
        List<ProfileRow> found =
                attribute == null ? List.of() : table.snapshot().matching(attribute, address);
        return found.isEmpty() ? null : new ProfileID(tableName, found.get(0).name());
    }

    @Override
    public Collection<ProfileID> getProfiles(String tableName) throws UnrecognizedProfileTableNameException {
        ProfileTableData table = table(tableName);
        return ids(table, snapshot(table).rows());
    }

    static List<ProfileID> ids(ProfileTableData table, Collection<ProfileRow> rows) {
        return rows.stream().map(row -> new ProfileID(table.name(), row.name())).toList();
    }

    @Override
    public Collection<ProfileID> getProfilesByIndexedAttribute(String tableName, String attribute, Object value)
            throws UnrecognizedProfileTableNameException, UnrecognizedAttributeException, AttributeNotIndexedException,
                    AttributeTypeMismatchException {
        ProfileTableData table = table(tableName);
        requireNonNull(attribute, "attribute name");
        requireNonNull(value, "attribute value");
        List<ProfileRow> found = new ProfileQueries(table.type()).matching(attribute, value, snapshot(table));
        requireIndexed(table, attribute);
        return ids(table, found);
    }

    static void requireIndexed(ProfileTableData table, String attribute) throws AttributeNotIndexedException {
        boolean indexed = table.type().component().classes().cmpFields().stream()
                .filter(field -> field.name().equals(attribute))
                .anyMatch(ProfileAccess::isIndexed);
        if (!indexed) {
            throw new AttributeNotIndexedException(
                    "The attribute " + attribute + " of " + table.type() + " has no index");
        }
    }

    private static boolean isIndexed(ProfileCmpField field) {
        return field.unique() || !field.indexHints().isEmpty();
    }

    @Override
    public ProfileID getProfileByIndexedAttribute(String tableName, String attribute, Object value)
            throws UnrecognizedProfileTableNameException, UnrecognizedAttributeException, AttributeNotIndexedException,
                    AttributeTypeMismatchException {
        return getProfilesByIndexedAttribute(tableName, attribute, value).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public ProfileTableActivity getProfileTableActivity(String tableName) throws UnrecognizedProfileTableNameException {
        ActivityContext context = table(tableName).activity();
        if (context == null) {
            throw new UnrecognizedProfileTableNameException("The profile table has no activity: " + tableName);
        }
        return (ProfileTableActivity) context.handle();
    }

    @Override
    public ProfileTable getProfileTable(String tableName) throws UnrecognizedProfileTableNameException {
        return table(tableName).view();
    }
}
