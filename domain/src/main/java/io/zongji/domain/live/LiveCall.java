package io.zongji.domain.live;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.FlowId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.call.CallStage;
import io.zongji.domain.call.Direction;
import io.zongji.domain.call.LegRecord;
import io.zongji.domain.conversation.SupervisorMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A call in progress.
 *
 * @param call         the call
 * @param trunk        the trunk's name; null for an internal call
 * @param flow         the flow that runs or ran last; null when none did
 * @param node         id of the last node entered; null when none was
 * @param nodeLabel    its label, or its id when it has none; null when none was
 * @param queue        the last queue; null when none
 * @param waitingSince when the wait for an agent began; null when not waiting
 * @param agent        the agent who talks or rings; null when none
 * @param started      the call's first event
 * @param stage        where it stands
 * @param stageSince   since when
 * @param recordingPaused somebody paused the recording, and nobody has resumed it
 * @param legs         in order of appearance, cleared ones too
 * @param modes        how each supervisor takes part, by legs; cleared ones too
 * @param answerable   the legs whose phones answer when they are asked to; of use while they ring
 * @param moves        the legs that are rung, or were, for a party of the call to go on there, by another phone
 * @param announcing   the legs whose parties have answered, and are told something before they are put through
 * @param suspended    the legs that cannot be heard for now and are waited for, such as that of an agent whose page is gone
 * @param data         what goes along with the call, see {@link io.zongji.domain.call.AttachedData}; unmodifiable, in order
 */
public record LiveCall(
        CallId call,
        Direction direction,
        String caller,
        String dialled,
        String trunk,
        FlowId flow,
        String node,
        String nodeLabel,
        QueueId queue,
        Instant waitingSince,
        AgentId agent,
        Instant started,
        CallStage stage,
        Instant stageSince,
        boolean recordingPaused,
        List<LegRecord> legs,
        Map<LegId, SupervisorMode> modes,
        Set<LegId> answerable,
        Set<LegId> moves,
        Set<LegId> announcing,
        Set<LegId> suspended,
        Map<String, String> data) {
    public LiveCall {
        legs = List.copyOf(legs);
        modes = Map.copyOf(modes);
        answerable = Set.copyOf(answerable);
        moves = Set.copyOf(moves);
        announcing = Set.copyOf(announcing);
        suspended = Set.copyOf(suspended);
    }

    /** Whether the agent talks, is rung, or has a leg that is still there. */
    public boolean concerns(AgentId one) {
        return one.equals(agent) || legs.stream().anyMatch(leg -> one.equals(leg.agent()) && leg.ended() == null);
    }
}
