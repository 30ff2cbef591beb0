package io.zongji.domain.journal;

import io.zongji.domain.AgentId;
import io.zongji.domain.LegId;
import java.time.Instant;
import java.util.Objects;

/**
 * What is known of a leg to an agent's phone outside that stands between the calls: one call for the carrier, and no call of a
 * customer. A later one of the same leg takes its place.
 *
 * @param leg      of no call that the journal tells of
 * @param trunk    over which it goes; null when no trunk took it
 * @param began    when the phone was called
 * @param answered when it was picked up; null when it was not
 * @param ended    null while it stands
 * @param cause    the code of why it ended; null while it stands
 */
public record StandingLegEvent(
        LegId leg, AgentId agent, String trunk, Instant began, Instant answered, Instant ended, String cause)
        implements JournalEntry {
    public StandingLegEvent {
        Objects.requireNonNull(leg, "leg");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(began, "began");
        if ((ended == null) != (cause == null)) {
            throw new IllegalArgumentException("cause: a leg that is over has one, and no other");
        }
    }

    @Override
    public Instant at() {
        if (ended != null) {
            return ended;
        }
        return answered == null ? began : answered;
    }
}
