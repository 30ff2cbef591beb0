package io.zongji.slee.container.activity;

import java.util.ArrayList;
import java.util.List;
import javax.slee.EventTypeID;

/**
 * The last events of one activity. Keeps ids and not types, which would hold the class loader of a unit that is uninstalled
 * meanwhile. Since every activity has a past and most pasts are short, a past is null, then the id of the only event, then a
 * trail; and the stamp of the last event is kept by who keeps the past. A reference that is there already is not written
 * again, as the garbage collector looks at each that is written.
 */
final class EventTrail {
    private static final int EARLIER = 7;
    private static final int MILLIS = 10;
    private static final int TICKS = Integer.MAX_VALUE;

    private final EventTypeID[] types = new EventTypeID[EARLIER];
    private final int[] stamps = new int[EARLIER];
    private EventTypeID last;
    private int added;

    private EventTrail(EventTypeID first) {
        last = first;
    }

    /** The past with one more event; the stamp is that of the last one before. */
    static Object after(Object past, int stamp, EventTypeID next) {
        if (past == null) {
            return next;
        }
        EventTrail trail = past instanceof EventTypeID first ? new EventTrail(first) : (EventTrail) past;
        trail.add(stamp, next);
        return trail;
    }

    private void add(int stamp, EventTypeID next) {
        int place = added % EARLIER;
        if (types[place] != last) {
            types[place] = last;
        }
        stamps[place] = stamp;
        // Stays below overflow and keeps the place and that the ring is full.
        added = added == 2 * EARLIER ? EARLIER + 1 : added + 1;
        if (last != next) {
            last = next;
        }
    }

    /** The oldest first. */
    static List<PastEvent> events(Object past, int lastStamp, long now) {
        if (past instanceof EventTrail trail) {
            return trail.events(lastStamp, now);
        }
        return past == null ? List.of() : List.of(event((EventTypeID) past, lastStamp, now));
    }

    private List<PastEvent> events(int lastStamp, long now) {
        List<PastEvent> events = new ArrayList<>(EARLIER + 1);
        for (int i = Math.max(0, added - EARLIER); i < added; i++) {
            events.add(event(types[i % EARLIER], stamps[i % EARLIER], now));
        }
        events.add(event(last, lastStamp, now));
        return events;
    }

    /** Counts ticks of ten milliseconds and is right for 248 days. */
    static int stamp(long at, boolean received) {
        return (int) (at / MILLIS) << 1 | (received ? 1 : 0);
    }

    private static PastEvent event(EventTypeID type, int stamp, long now) {
        long ticksAgo = (int) (now / MILLIS) - (stamp >>> 1) & TICKS;
        return new PastEvent(type, now - ticksAgo * MILLIS, (stamp & 1) != 0);
    }
}
