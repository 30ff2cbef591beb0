package io.zongji.domain.call;

import io.zongji.domain.AgentId;
import io.zongji.domain.LegId;
import java.time.Instant;

/**
 * One party's part in a finished or running call.
 *
 * @param leg      the leg
 * @param role     {@code caller} or {@code agent}
 * @param party    the number or SIP URI; empty when unknown
 * @param name     of a supervisor: of who asked to take part; null for others
 * @param agent    the agent at the phone; null when none
 * @param state    the connection state after the last event
 * @param started  the leg's first event
 * @param answered when it was connected; null when never
 * @param ended    when it was cleared; null while there
 * @param cause    why it ended; null while there
 * @param durations how the party's time was spent, so far
 * @param quality  how its audio travelled; null while there, and when it had no media
 */
public record LegRecord(
        LegId leg,
        String role,
        String party,
        String name,
        AgentId agent,
        ConnectionState state,
        Instant started,
        Instant answered,
        Instant ended,
        Cause cause,
        LegDurations durations,
        LegQuality quality) {}
