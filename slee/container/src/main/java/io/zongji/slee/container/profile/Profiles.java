package io.zongji.slee.container.profile;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.tx.LightTransaction;
import io.zongji.slee.container.tx.Transactions;
import jakarta.transaction.RollbackException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.slee.CreateException;
import javax.slee.InvalidArgumentException;
import javax.slee.management.ManagementException;
import javax.slee.profile.AttributeNotIndexedException;
import javax.slee.profile.AttributeTypeMismatchException;
import javax.slee.profile.ProfileAlreadyExistsException;
import javax.slee.profile.ProfileID;
import javax.slee.profile.ProfileSpecificationID;
import javax.slee.profile.ProfileTableAlreadyExistsException;
import javax.slee.profile.ProfileVerificationException;
import javax.slee.profile.UnrecognizedAttributeException;
import javax.slee.profile.UnrecognizedProfileNameException;
import javax.slee.profile.UnrecognizedProfileSpecificationException;
import javax.slee.profile.UnrecognizedProfileTableNameException;
import javax.slee.profile.UnrecognizedQueryNameException;
import javax.slee.profile.query.QueryExpression;

/**
 * Management of profile tables and profiles. Each change is a transaction of its own, whatever the caller's; it may also
 * change profiles that are read-only for SBBs.
 */
public final class Profiles {
    private final ProfileSurroundings surroundings;
    private final ProfileActivities activities;
    private final Function<ProfileSpecificationID, ProfileType> specifications;
    private final BooleanSupplier running;
    private final Map<ProfileSpecificationID, ProfileType> types = new ConcurrentHashMap<>();

    /** @param specifications an installed specification, its classes generated; null if there is none */
    public Profiles(
            ProfileSurroundings surroundings,
            ProfileActivities activities,
            Function<ProfileSpecificationID, ProfileType> specifications,
            BooleanSupplier running) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
        this.activities = requireNonNull(activities, "activities");
        this.specifications = requireNonNull(specifications, "specifications");
        this.running = requireNonNull(running, "running");
    }

    /** What a management transaction does. */
    private interface Change {
        void apply(ProfileWork work) throws Exception;
    }

    // --- specifications ---

    /** Generates the classes of a specification and brings back its tables that were stored. */
    public synchronized void install(ProfileSpecificationID id) {
        ProfileType type = types.computeIfAbsent(id, specifications);
        for (ProfileStorage.Stored stored : surroundings.storage().tablesOf(id, type.loader())) {
            ProfileTableData table = new ProfileTableData(stored.table(), type, surroundings);
            table.load(stored);
            open(table);
        }
    }

    /** For specifications every SLEE has: spares the work if there are no tables. */
    public void installIfStored(ProfileSpecificationID id) {
        if (!surroundings.storage().tablesOf(id, getClass().getClassLoader()).isEmpty()) {
            install(id);
        }
    }

    public synchronized void uninstall(ProfileSpecificationID id) {
        types.remove(id);
    }

    public boolean hasTableOf(ProfileSpecificationID id) {
        return surroundings.tables().values().stream()
                .anyMatch(table -> table.type().id().equals(id));
    }

    /** The SLEE runs now: the tables get their activities. */
    public synchronized void start() {
        surroundings.tables().values().forEach(activities::start);
    }

    // --- tables ---

    public synchronized void createTable(ProfileSpecificationID id, String name)
            throws UnrecognizedProfileSpecificationException, InvalidArgumentException,
                    ProfileTableAlreadyExistsException, ManagementException {
        ProfileType type = type(id);
        requireFree(name);
        ProfileTableData table = new ProfileTableData(name, type, surroundings);
        try {
            change(table, ProfileWork::initializeDefault);
            table.storeFirst();
        } catch (Exception e) {
            surroundings.forgetSource(name);
            throw new ManagementException("Cannot create the profile table " + name + ": " + e.getMessage(), e);
        }
        open(table);
    }

    private ProfileType type(ProfileSpecificationID id) throws UnrecognizedProfileSpecificationException {
        ProfileType type = types.computeIfAbsent(requireNonNull(id, "profile specification"), specifications);
        if (type == null) {
            throw new UnrecognizedProfileSpecificationException("Not installed: " + id);
        }
        return type;
    }

    private void requireFree(String name) throws InvalidArgumentException, ProfileTableAlreadyExistsException {
        requireNonNull(name, "profile table name");
        if (name.isEmpty() || name.indexOf('/') >= 0) {
            throw new InvalidArgumentException("Not the name of a profile table: '" + name + "'");
        }
        if (surroundings.tables().containsKey(name)) {
            throw new ProfileTableAlreadyExistsException("A profile table has the name " + name);
        }
    }

    private void open(ProfileTableData table) {
        surroundings.tables().put(table.name(), table);
        if (running.getAsBoolean()) {
            activities.start(table);
        }
    }

    /** Removes the profiles, which is announced, and then the table, whose activity ends. */
    public synchronized void removeTable(String name)
            throws UnrecognizedProfileTableNameException, ManagementException {
        ProfileTableData table = table(name);
        try {
            change(table, work -> work.snapshot().rows().forEach(row -> work.remove(row.name())));
            table.removeStored();
        } catch (Exception e) {
            throw new ManagementException("Cannot remove the profile table " + name + ": " + e.getMessage(), e);
        }
        surroundings.tables().remove(name);
        surroundings.forgetSource(name);
        activities.end(table);
    }

    public synchronized void renameTable(String name, String newName)
            throws UnrecognizedProfileTableNameException, InvalidArgumentException, ProfileTableAlreadyExistsException {
        ProfileTableData table = table(name);
        requireFree(newName);
        surroundings.storage().renamed(name, newName);
        surroundings.forgetSource(name);
        table.rename(newName);
        surroundings.tables().put(newName, table);
        surroundings.tables().remove(name);
    }

    private ProfileTableData table(String name) throws UnrecognizedProfileTableNameException {
        return surroundings.table(requireNonNull(name, "profile table name"));
    }

    /** In alphabetical order. */
    public Collection<String> tables() {
        return new TreeSet<>(surroundings.tables().keySet());
    }

    /** The tables of one specification. */
    public Collection<String> tables(ProfileSpecificationID id) throws UnrecognizedProfileSpecificationException {
        ProfileType wanted = type(id);
        return tables().stream()
                .filter(name -> {
                    ProfileTableData table = surroundings.tables().get(name);
                    return table != null && table.type() == wanted;
                })
                .toList();
    }

    public ProfileType typeOf(String table) throws UnrecognizedProfileTableNameException {
        return table(table).type();
    }

    // --- profiles ---

    /** Creates a profile with the default profile's values and the given others. */
    public void create(String table, String profile, Map<String, Object> values)
            throws UnrecognizedProfileTableNameException, InvalidArgumentException, ProfileAlreadyExistsException,
                    ProfileVerificationException, ManagementException {
        ProfileTableData data = table(table);
        if (requireNonNull(profile, "profile name").isEmpty()) {
            throw new InvalidArgumentException("A profile has a name");
        }
        try {
            change(data, work -> {
                work.create(profile);
                set(work, profile, values);
            });
        } catch (ProfileAlreadyExistsException | ProfileVerificationException e) {
            throw e;
        } catch (CreateException e) {
            throw new ManagementException("profilePostCreate refused " + profile + ": " + e.getMessage(), e);
        } catch (Exception e) {
            throw new ManagementException("Cannot create the profile " + profile + ": " + e.getMessage(), e);
        }
    }

    /**
     * Changes attributes of a profile.
     *
     * @param profile null for the default profile
     */
    public void update(String table, String profile, Map<String, Object> values)
            throws UnrecognizedProfileTableNameException, UnrecognizedProfileNameException,
                    ProfileVerificationException, ManagementException {
        ProfileTableData data = table(table);
        existing(data, profile);
        try {
            change(data, work -> set(work, profile, values));
        } catch (ProfileVerificationException e) {
            throw e;
        } catch (Exception e) {
            throw new ManagementException("Cannot change the profile " + profile + ": " + e.getMessage(), e);
        }
    }

    private static void set(ProfileWork work, String profile, Map<String, Object> values)
            throws UnrecognizedAttributeException, AttributeTypeMismatchException {
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            work.set(profile, work.table().type().attributeFor(entry.getKey(), entry.getValue()), entry.getValue());
        }
    }

    public void remove(String table, String profile)
            throws UnrecognizedProfileTableNameException, UnrecognizedProfileNameException, ManagementException {
        ProfileTableData data = table(table);
        existing(data, requireNonNull(profile, "profile name"));
        try {
            change(data, work -> work.remove(profile));
        } catch (Exception e) {
            throw new ManagementException("Cannot remove the profile " + profile + ": " + e.getMessage(), e);
        }
    }

    /**
     * The values by attribute.
     *
     * @param profile null for the default profile
     */
    public Map<String, Object> values(String table, String profile)
            throws UnrecognizedProfileTableNameException, UnrecognizedProfileNameException {
        ProfileTableData data = table(table);
        return data.valuesOf(existing(data, profile));
    }

    private static ProfileRow existing(ProfileTableData table, String profile) throws UnrecognizedProfileNameException {
        ProfileRow row = table.committedRow(profile);
        if (row == null) {
            throw new UnrecognizedProfileNameException(table + " has no profile " + profile);
        }
        return row;
    }

    // --- looking for profiles ---

    public List<ProfileID> profiles(String table) throws UnrecognizedProfileTableNameException {
        ProfileTableData data = table(table);
        return ProfileAccess.ids(data, data.snapshot().rows());
    }

    public List<ProfileID> byAttribute(String table, String attribute, Object value)
            throws UnrecognizedProfileTableNameException, UnrecognizedAttributeException,
                    AttributeTypeMismatchException {
        ProfileTableData data = table(table);
        return ProfileAccess.ids(data, new ProfileQueries(data.type()).matching(attribute, value, data.snapshot()));
    }

    /** As 1.0 has it: only by attributes for which the specification asks for an index. */
    public List<ProfileID> byIndexedAttribute(String table, String attribute, Object value)
            throws UnrecognizedProfileTableNameException, UnrecognizedAttributeException, AttributeNotIndexedException,
                    AttributeTypeMismatchException {
        List<ProfileID> found = byAttribute(table, attribute, value);
        ProfileAccess.requireIndexed(table(table), attribute);
        return found;
    }

    /** @param arguments in the order of the query's parameters */
    public List<ProfileID> byStaticQuery(String table, String query, Object... arguments)
            throws UnrecognizedProfileTableNameException, UnrecognizedQueryNameException,
                    UnrecognizedAttributeException, AttributeTypeMismatchException {
        ProfileTableData data = table(table);
        return ProfileAccess.ids(data, new ProfileQueries(data.type()).run(query, arguments, data.snapshot()));
    }

    public List<ProfileID> byExpression(String table, QueryExpression expression)
            throws UnrecognizedProfileTableNameException, UnrecognizedAttributeException,
                    AttributeTypeMismatchException {
        ProfileTableData data = table(table);
        return ProfileAccess.ids(data, new ProfileQueries(data.type()).filter(expression, data.snapshot()));
    }

    // --- transactions ---

    /** Runs in a transaction of its own and tells why it was refused. */
    private void change(ProfileTableData table, Change change) throws Exception {
        Transactions transactions = table.transactions();
        LightTransaction callers = transactions.unbind();
        LightTransaction transaction = transactions.create();
        transactions.bind(transaction);
        try {
            ProfileWork work = table.managementWork(transaction);
            change.apply(work);
            work.prepare();
            transaction.commit();
        } catch (RollbackException e) {
            throw new ManagementException("The change of " + table + " rolled back", e);
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            if (callers != null) {
                transactions.bind(callers);
            }
        }
    }
}
