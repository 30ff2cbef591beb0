package io.zongji.slee.container.profile;

import io.zongji.slee.container.tx.LightTransaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.slee.CreateException;
import javax.slee.NoSuchObjectLocalException;
import javax.slee.TransactionRolledbackLocalException;
import javax.slee.profile.ProfileAlreadyExistsException;
import javax.slee.profile.ProfileVerificationException;
import javax.slee.profile.ReadOnlyProfileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one transaction does in one profile table: the profile objects it uses and its changes, which others see when it
 * commits. The first change takes the table's write lock until the end of the transaction.
 */
final class ProfileWork implements LightTransaction.Participant {
    private static final Logger log = LoggerFactory.getLogger(ProfileWork.class);

    private final ProfileTableData table;
    private final LightTransaction transaction;
    private final boolean byManagement;
    private final Map<String, ProfileRow> changes = new LinkedHashMap<>();
    private final Map<String, ProfileObject> objects = new HashMap<>();
    private boolean prepared;
    private boolean preparing;
    private boolean completed;
    private ProfileSnapshot before;

    /** @param byManagement may change profiles that are read-only for SBBs */
    ProfileWork(ProfileTableData table, LightTransaction transaction, boolean byManagement) {
        this.table = table;
        this.transaction = transaction;
        this.byManagement = byManagement;
        transaction.enlist(this);
    }

    ProfileTableData table() {
        return table;
    }

    LightTransaction transaction() {
        return transaction;
    }

    // --- looking ---

    /** Null if the profile does not exist. */
    ProfileRow row(String name) {
        return changes.containsKey(name) ? changes.get(name) : table.committedRow(name);
    }

    ProfileRow require(String name) {
        ProfileRow row = row(name);
        if (row == null) {
            throw new NoSuchObjectLocalException("The profile is gone: " + table.name() + "/" + name);
        }
        return row;
    }

    boolean isChanged(String name) {
        return changes.containsKey(name);
    }

    ProfileSnapshot snapshot() {
        return changes.isEmpty() ? table.snapshot() : table.snapshot().with(changes);
    }

    /** The object of a profile, loaded when the transaction first needs it. */
    ProfileObject object(String name) {
        ProfileObject object = objects.get(name);
        if (object == null) {
            object = new ProfileObject(this, name);
            objects.put(name, object);
            object.load();
        }
        return object;
    }

    private boolean hasClass() {
        return table.type().component().classes().abstractClass().isPresent();
    }

    // --- changing ---

    void set(String name, int attribute, Object value) {
        beforeChange();
        ProfileRow row = require(name);
        changes.put(name, row.with(attribute, table.type().attribute(attribute).copy(value)));
    }

    void create(String name) throws ProfileAlreadyExistsException, CreateException {
        beforeChange();
        if (row(name) != null) {
            throw new ProfileAlreadyExistsException("The table has this profile: " + table.name() + "/" + name);
        }
        changes.put(name, row(null).named(name));
        if (hasClass()) {
            ProfileObject object = new ProfileObject(this, name);
            objects.put(name, object);
            object.postCreate();
        }
    }

    /** The default profile, once, when the table is made. */
    void initializeDefault() {
        beforeChange();
        changes.put(null, table.type().unsetRow());
        if (hasClass()) {
            ProfileObject object = new ProfileObject(this, null);
            objects.put(null, object);
            object.initialize();
        }
    }

    /** False if there is no such profile. */
    boolean remove(String name) {
        beforeChange();
        if (row(name) == null) {
            return false;
        }
        if (hasClass()) {
            object(name).remove();
            objects.remove(name).dispose(true);
        }
        changes.put(name, null);
        return true;
    }

    private void beforeChange() {
        if (table.type().component().readOnly() && !byManagement) {
            throw new ReadOnlyProfileException("Only management may change profiles of " + table.name());
        }
        if (!table.lock().isHeldBy(transaction)) {
            if (!table.lock().lock(transaction, table.surroundings().lockWaitMillis())) {
                transaction.wantRetry();
                throw new TransactionRolledbackLocalException(
                        "Another transaction is changing the profile table " + table.name());
            }
            transaction.afterCommit(this::fireEvents);
        }
        if (prepared && !preparing) {
            // Somebody wrote while the transaction was already committing (a callback of an SBB): look at it once more.
            prepared = false;
            transaction.enlist(this);
        }
    }

    // --- the end ---

    /** Lets profiles store and verify themselves and checks uniqueness; afterwards the changes can be committed. */
    void prepare() throws ProfileVerificationException {
        prepared = true;
        preparing = true;
        try {
            List.copyOf(objects.values()).forEach(ProfileObject::store);
            verify();
            checkUnique();
            if (!changes.isEmpty()) {
                save();
            }
        } finally {
            preparing = false;
        }
    }

    private void verify() throws ProfileVerificationException {
        if (hasClass()) {
            for (String name : new ArrayList<>(changes.keySet())) {
                if (changes.get(name) != null) {
                    object(name).verify();
                }
            }
        }
    }

    private void checkUnique() throws ProfileVerificationException {
        if (changes.isEmpty()) {
            return;
        }
        ProfileSnapshot next = snapshot();
        for (int i = 0; i < table.type().attributes().size(); i++) {
            ProfileAttribute attribute = table.type().attribute(i);
            Object twice = attribute.unique() ? next.duplicate(i).orElse(null) : null;
            if (twice != null) {
                throw new ProfileVerificationException("Two profiles of " + table.name() + " have the value " + twice
                        + " in the unique attribute " + attribute.name());
            }
        }
    }

    private void save() {
        Map<String, Map<String, Object>> changed = new LinkedHashMap<>();
        changes.values().stream()
                .filter(row -> row != null && row.name() != null)
                .forEach(row -> changed.put(row.name(), table.valuesOf(row)));
        Set<String> removed = changes.keySet().stream()
                .filter(name -> changes.get(name) == null)
                .collect(Collectors.toSet());
        ProfileRow defaultRow = changes.get(null);
        table.save(defaultRow == null ? null : table.valuesOf(defaultRow), changed, removed);
    }

    @Override
    public void beforeCommit() {
        if (prepared) {
            return;
        }
        try {
            prepare();
        } catch (ProfileVerificationException | RuntimeException e) {
            log.warn("Changes of the profile table {} are refused: the transaction rolls back", table.name(), e);
            if (transaction.isActive()) {
                transaction.setRollbackOnly();
            }
        }
    }

    @Override
    public void completed(boolean committed) {
        if (completed) {
            return;
        }
        completed = true;
        table.forget(this);
        Collection<ProfileObject> used = objects.values();
        for (ProfileObject object : used) {
            try {
                object.dispose(false);
            } catch (RuntimeException e) {
                log.warn("profilePassivate or unsetProfileContext of {} failed", object, e);
            }
        }
        if (committed && !changes.isEmpty()) {
            before = table.snapshot();
            table.publish(changes);
        }
    }

    private void fireEvents() {
        if (before != null && table.type().component().eventsEnabled()) {
            changes.forEach((name, row) -> {
                if (name != null) {
                    table.fireChange(before.row(name), row);
                }
            });
        }
    }
}
