package io.zongji.slee.container.profile;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import javax.slee.CreateException;
import javax.slee.SLEEException;
import javax.slee.profile.AttributeTypeMismatchException;
import javax.slee.profile.ProfileAlreadyExistsException;
import javax.slee.profile.ProfileLocalObject;
import javax.slee.profile.ProfileTable;
import javax.slee.profile.UnrecognizedAttributeException;
import javax.slee.profile.UnrecognizedQueryNameException;

/** A profile table as SBBs and resource adaptors see it; generated subclasses add the static queries. */
public abstract class ProfileTableView implements ProfileTable {
    private final ProfileTableData table;

    protected ProfileTableView(ProfileTableData table) {
        this.table = table;
    }

    /** For generated query methods. */
    protected final Collection<ProfileLocalObject> zongjiQuery(String query, Object[] arguments) {
        ProfileSnapshot snapshot = table.snapshot(table.transactions().require());
        try {
            return locals(new ProfileQueries(table.type()).run(query, arguments, snapshot));
        } catch (UnrecognizedQueryNameException | UnrecognizedAttributeException | AttributeTypeMismatchException e) {
            throw new SLEEException("The query " + query + " of " + table + " failed: " + e.getMessage(), e);
        }
    }

    private Collection<ProfileLocalObject> locals(Collection<ProfileRow> rows) {
        return rows.stream()
                .<ProfileLocalObject>map(row -> table.local(row.name()))
                .toList();
    }

    @Override
    public final ProfileLocalObject create(String profile) throws ProfileAlreadyExistsException, CreateException {
        requireNonNull(profile, "profile name");
        if (profile.isEmpty()) {
            throw new IllegalArgumentException("A profile has a name");
        }
        table.work().create(profile);
        return table.local(profile);
    }

    @Override
    public final ProfileLocalObject find(String profile) {
        requireNonNull(profile, "profile name");
        return table.row(profile, table.transactions().require()) == null ? null : table.local(profile);
    }

    @Override
    public final Collection<ProfileLocalObject> findAll() {
        return locals(table.snapshot(table.transactions().require()).rows());
    }

    @Override
    public final Collection<ProfileLocalObject> findProfilesByAttribute(String attribute, Object value) {
        return locals(matching(attribute, value));
    }

    @Override
    public final ProfileLocalObject findProfileByAttribute(String attribute, Object value) {
        List<ProfileRow> found = matching(attribute, value);
        return found.isEmpty() ? null : table.local(found.get(0).name());
    }

    private List<ProfileRow> matching(String attribute, Object value) {
        requireNonNull(attribute, "attribute name");
        requireNonNull(value, "attribute value");
        ProfileSnapshot snapshot = table.snapshot(table.transactions().require());
        try {
            return new ProfileQueries(table.type()).matching(attribute, value, snapshot);
        } catch (UnrecognizedAttributeException | AttributeTypeMismatchException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public final boolean remove(String profile) {
        return table.work().remove(requireNonNull(profile, "profile name"));
    }

    @Override
    public final String toString() {
        return table.toString();
    }
}
