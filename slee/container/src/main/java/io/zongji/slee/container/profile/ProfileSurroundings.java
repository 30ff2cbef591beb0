package io.zongji.slee.container.profile;

import io.zongji.slee.container.activity.Activities;
import io.zongji.slee.container.activity.EventType;
import io.zongji.slee.container.facility.Alarms;
import io.zongji.slee.container.naming.NamingBridge;
import io.zongji.slee.container.usage.UsageSources;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
            UsageSources usage,
            ProfileStorage storage,
            long lockWaitMillis,
            ChangeEvents events) {
        this(activities, naming, alarms, usage, storage, lockWaitMillis, events, new ConcurrentHashMap<>());
    }

    ProfileTableData table(String name) throws UnrecognizedProfileTableNameException {
        ProfileTableData table = tables.get(name);
        if (table == null) {
            throw new UnrecognizedProfileTableNameException("No profile table has the name " + name);
        }
        return table;
    }
}
