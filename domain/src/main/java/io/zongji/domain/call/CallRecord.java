package io.zongji.domain.call;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.FlowId;
import io.zongji.domain.QueueId;
import java.time.Instant;
import java.util.List;

/**
 * The record of a call (CDR), folded from its events by {@link CallProjection}. A record of a call in progress has no
 * end, outcome or cause; a finished one has all three.
 *
 * @param call      the call
 * @param direction where it comes from
 * @param caller    the caller's number; empty when withheld
 * @param dialled   the number dialled
 * @param trunk     the trunk's name; null for an internal call
 * @param gateway   the gateway's name; null when unknown
 * @param flow      the last flow that ran; null when none did
 * @param node      the last node that was entered; null when none was
 * @param queue     the last queue; null when none
 * @param agent     the agent who talked, else the one last offered; null when none
 * @param started   the first event
 * @param answered  when an agent or extension was connected; null when never
 * @param ended     when the call was cleared; null while in progress
 * @param durations how the time was spent
 * @param outcome   what became of it; null while in progress
 * @param cause     why it ended; null while in progress
 * @param recording the file of the conversation's recording; null when none
 * @param voicemail the file of the message left; null when none
 * @param releasedBy {@code caller}, {@code agent} or {@code system}; null while in progress
 * @param legs      every leg in order of appearance
 */
public record CallRecord(
        CallId call,
        Direction direction,
        String caller,
        String dialled,
        String trunk,
        String gateway,
        FlowId flow,
        String node,
        QueueId queue,
        AgentId agent,
        Instant started,
        Instant answered,
        Instant ended,
        CallDurations durations,
        Outcome outcome,
        Cause cause,
        String recording,
        String voicemail,
        String releasedBy,
        List<LegRecord> legs) {
    public CallRecord {
        legs = List.copyOf(legs);
    }

    public boolean finished() {
        return ended != null;
    }
}
