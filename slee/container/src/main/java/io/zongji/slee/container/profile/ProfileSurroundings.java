package io.zongji.slee.container.profile;

import io.zongji.slee.container.activity.Activities;
import io.zongji.slee.container.activity.EventType;
import io.zongji.slee.container.facility.Alarms;
import io.zongji.slee.container.facility.Tracing;
import io.zongji.slee.container.naming.NamingBridge;
import io.zongji.slee.container.usage.UsageSources;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.slee.management.ProfileTableNotification;
import javax.slee.profile.UnrecognizedProfileTableNameException;

/**
 * What profile tables share.
 *
 * @param lockWaitMillis how long a second writer of a table waits for the first
 */
public record ProfileSurroundings(
        Activities activities,
        NamingBridge naming,
        Alarms alarms,
        Tracing tracing,
        UsageSources usage,
        ProfileStorage storage,
        long lockWaitMillis,
        ChangeEvents events,
        Map<String, ProfileTableData> tables) {

    /** The event types that tell of changes. */
    public record ChangeEvents(EventType added, EventType updated, EventType removed) {}

    public ProfileSurroundings(
            Activities activities,
            NamingBridge naming,
            Alarms alarms,
            Tracing tracing,
            UsageSources usage,
            ProfileStorage storage,
            long lockWaitMillis,
            ChangeEvents events) {
        this(activities, naming, alarms, tracing, usage, storage, lockWaitMillis, events, new ConcurrentHashMap<>());
    }

    /** The table of this name is gone: nothing more comes from it. */
    void forgetSource(String table) {
        ProfileTableNotification source = new ProfileTableNotification(table);
        usage.remove(source);
        tracing.remove(source);
        alarms.forget(source);
    }

    ProfileTableData table(String name) throws UnrecognizedProfileTableNameException {
        ProfileTableData table = tables.get(name);
        if (table == null) {
            throw new UnrecognizedProfileTableNameException("No profile table has the name " + name);
        }
        return table;
    }
}
