package io.zongji.slee.container.profile;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.EventType;
import io.zongji.slee.container.activity.QueuedEvent;
import io.zongji.slee.container.facility.Tracers;
import io.zongji.slee.container.tx.LightTransaction;
import io.zongji.slee.container.tx.TransactionLock;
import io.zongji.slee.container.tx.Transactions;
import io.zongji.slee.container.usage.UsageParameterSets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.Tracer;
import javax.slee.management.ProfileTableNotification;
import javax.slee.profile.ProfileID;

/** A profile table: its committed profiles, and the transactions at work in it. Safe for all threads. */
public final class ProfileTableData {
    private final ProfileType type;
    private final ProfileSurroundings surroundings;
    private final TransactionLock lock = new TransactionLock();
    private final Map<LightTransaction, ProfileWork> works = new ConcurrentHashMap<>();
    private final ProfileTableView view;
    private volatile String name;
    private volatile ProfileRow defaultRow;
    private volatile ProfileSnapshot snapshot = ProfileSnapshot.EMPTY;
    private volatile ActivityContext activity;
    private volatile boolean stored;
    private volatile Sources sources;

    /** What carries the table's name to the outside. */
    private record Sources(Tracers tracers, AlarmFacility alarms, UsageParameterSets usage) {}

    ProfileTableData(String name, ProfileType type, ProfileSurroundings surroundings) {
        this.type = requireNonNull(type, "type");
        this.surroundings = requireNonNull(surroundings, "surroundings");
        this.defaultRow = type.unsetRow();
        this.view = type.classes().newTable(this);
        rename(name);
    }

    /** Also starts the usage parameters anew under the new name. */
    void rename(String newName) {
        name = requireNonNull(newName, "profile table name");
        ProfileTableNotification source = new ProfileTableNotification(newName);
        sources = new Sources(
                surroundings.tracing().add(source, "profile." + newName),
                surroundings.alarms().facilityFor(source),
                type.classes()
                        .usage()
                        .map(usage -> surroundings.usage().add(source, usage))
                        .orElse(null));
    }

    public String name() {
        return name;
    }

    public ProfileType type() {
        return type;
    }

    ProfileTableView view() {
        return view;
    }

    ProfileSurroundings surroundings() {
        return surroundings;
    }

    Transactions transactions() {
        return surroundings.activities().transactions();
    }

    TransactionLock lock() {
        return lock;
    }

    Tracer tracer(String tracer) {
        return sources.tracers().tracer(tracer);
    }

    AlarmFacility alarms() {
        return sources.alarms();
    }

    UsageParameterSets usage() {
        return sources.usage();
    }

    // --- looking ---

    ProfileSnapshot snapshot() {
        return snapshot;
    }

    /** The default profile has the name null. */
    ProfileRow committedRow(String profile) {
        return profile == null ? defaultRow : snapshot.row(profile);
    }

    /** As the transaction sees it; a null transaction sees what is committed. Null if there is no such profile. */
    ProfileRow row(String profile, LightTransaction transaction) {
        ProfileWork work = workOf(transaction);
        return work == null ? committedRow(profile) : work.row(profile);
    }

    /** As the transaction sees it; a null transaction sees what is committed. */
    ProfileSnapshot snapshot(LightTransaction transaction) {
        ProfileWork work = workOf(transaction);
        return work == null ? snapshot : work.snapshot();
    }

    private ProfileWork workOf(LightTransaction transaction) {
        return transaction == null || works.isEmpty() ? null : works.get(transaction);
    }

    ProfileLocal local(String profile) {
        return type.classes().newLocal(new ProfileReference(this, profile, null));
    }

    private ProfileLocal pinned(ProfileRow row) {
        return row == null ? null : type.classes().newLocal(new ProfileReference(this, row.name(), row));
    }

    Map<String, Object> valuesOf(ProfileRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < type.attributes().size(); i++) {
            values.put(type.attribute(i).name(), type.attribute(i).copy(row.get(i)));
        }
        return values;
    }

    ProfileRow rowOf(String profile, Map<String, Object> values) {
        ProfileRow row = type.unsetRow().named(profile);
        for (int i = 0; i < type.attributes().size(); i++) {
            Object value = values.get(type.attribute(i).name());
            row = value == null ? row : row.with(i, type.attribute(i).copy(value));
        }
        return row;
    }

    // --- changing ---

    /** The work of the calling thread's transaction. */
    ProfileWork work() {
        return works.computeIfAbsent(
                transactions().require(), transaction -> new ProfileWork(this, transaction, false));
    }

    /** Begins the work of a management transaction. */
    ProfileWork managementWork(LightTransaction transaction) {
        ProfileWork work = new ProfileWork(this, transaction, true);
        works.put(transaction, work);
        return work;
    }

    void forget(ProfileWork work) {
        works.remove(work.transaction());
    }

    /** The writer has committed; it still holds the lock. */
    void publish(Map<String, ProfileRow> changes) {
        if (changes.get(null) != null) {
            defaultRow = changes.get(null);
        }
        snapshot = snapshot.with(changes);
    }

    void load(ProfileStorage.Stored table) {
        Map<String, ProfileRow> rows = new LinkedHashMap<>();
        rows.put(null, rowOf(null, table.defaultProfile()));
        table.profiles().forEach((profile, values) -> rows.put(profile, rowOf(profile, values)));
        publish(rows);
        stored = true;
    }

    void storeFirst() {
        surroundings.storage().created(type.id(), new ProfileStorage.Stored(name, valuesOf(defaultRow), Map.of()));
        stored = true;
    }

    /** The table is removed: who still changes it changes nothing that is stored. */
    void removeStored() {
        stored = false;
        surroundings.storage().removed(name);
    }

    void save(Map<String, Object> defaultProfile, Map<String, Map<String, Object>> changed, Set<String> removed) {
        if (stored) {
            surroundings.storage().changed(name, defaultProfile, changed, removed);
        }
    }

    // --- events ---

    void activity(ActivityContext context) {
        activity = context;
    }

    /** Null while the SLEE is not running. */
    ActivityContext activity() {
        return activity;
    }

    void fireChange(ProfileRow before, ProfileRow after) {
        ActivityContext context = activity;
        ProfileRow any = after == null ? before : after;
        if (context == null || any == null) {
            return;
        }
        ProfileID id = new ProfileID(name, any.name());
        ProfileChange change = new ProfileChange(id, pinned(before), pinned(after));
        ProfileSurroundings.ChangeEvents events = surroundings.events();
        EventType eventType = before == null ? events.added() : after == null ? events.removed() : events.updated();
        Object event = before == null ? change.added() : after == null ? change.removed() : change.updated();
        context.offer(new QueuedEvent(eventType, event, context, id.toAddress(), null, 0));
    }

    @Override
    public String toString() {
        return "profile table " + name;
    }
}
