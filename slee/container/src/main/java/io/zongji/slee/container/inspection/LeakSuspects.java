package io.zongji.slee.container.inspection;

import java.util.List;

/**
 * Activities that nobody may need any more. A suspect may be in order: an activity that only waits is one too.
 *
 * @param idleMillis how long nothing has been delivered on a suspect, at least
 * @param groups by RA entity, the largest first
 * @param oldest the suspects themselves, the oldest first; not more than were asked for
 */
public record LeakSuspects(long idleMillis, List<Group> groups, List<Suspect> oldest) {
    public LeakSuspects {
        groups = List.copyOf(groups);
        oldest = List.copyOf(oldest);
    }

    /** The suspects of one RA entity. */
    public record Group(String raEntity, int count, int unattached, long oldestMillis) {}

    /** Why an activity is suspected. */
    public enum Reason {
        /** No SBB entity is attached, so no service will end it. */
        NOBODY_ATTACHED,
        /** Its end has begun and does not come to its end. */
        ENDING,
        /** Somebody is attached, but neither a timer nor an event is there to wake them. */
        NOTHING_TO_WAIT_FOR,
        /** A timer is set, but nothing has been delivered for long. */
        IDLE
    }

    /** A suspected activity. */
    public record Suspect(ActivitySummary activity, Reason reason) {}
}
