package io.zongji.domain.call;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.FlowId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Folds the events of one call into its record. Takes any events in any order without complaint, an event twice only once,
 * and has exactly one outcome as soon as the call was cleared. Not thread-safe.
 */
public final class CallProjection {
    private final CallId call;
    private final BitSet seen = new BitSet();
    private final Map<LegId, LegFold> legs = new LinkedHashMap<>();
    private final StageClock stages = new StageClock();
    private final LegClocks clocks = new LegClocks();
    private final OutcomeRules outcome = new OutcomeRules();

    private Direction direction = Direction.INBOUND;
    private String caller = "";
    private String dialled = "";
    private String trunk;
    private String gateway;
    private FlowId flow;
    private String node;
    private String nodeLabel;
    private QueueId queue;
    private AgentId offeredAgent;
    private AgentId talkingAgent;
    private Instant waitingSince;
    /** What is to be so again when the open offer's answer came to nothing; null when it was not answered. */
    private BeforeAnswer beforeAnswer;

    private AttachedData attached = AttachedData.NONE;
    private Instant started;
    private Instant answered;
    private Instant ended;
    private String recording;
    private String voicemail;

    public CallProjection(CallId call) {
        this.call = call;
    }

    /** Folds all events of a call. */
    public static CallRecord fold(CallId call, List<CallEvent> events) {
        CallProjection projection = new CallProjection(call);
        events.forEach(projection::apply);
        return projection.record();
    }

    /** Takes an event; one that was taken before, or of another call, changes nothing. */
    public void apply(CallEvent event) {
        if (!event.call().equals(call) || seen.get(event.sequence())) {
            return;
        }
        seen.set(event.sequence());
        started = started == null || event.at().isBefore(started) ? event.at() : started;
        stages.passTo(event.at());
        clocks.passTo(event.at(), legs.values());
        details(event);
        attached = attached.after(event);
        LegFold leg = event.leg() == null ? null : leg(event);
        if (leg != null) {
            leg.apply(event);
            // The customer's trunk; those by which others are reached are details.
            trunk = leg.caller() ? event.value(CallEventData.TRUNK).orElse(trunk) : trunk;
            // A call that nobody answered is still the agent's who made it.
            offeredAgent = made() && offeredAgent == null && leg.agents() ? leg.agent() : offeredAgent;
        }
        if (ended == null) {
            progress(event, leg);
        }
        late(event);
    }

    private LegFold leg(CallEvent event) {
        String usual = legs.isEmpty() ? CallEventData.ROLE_CALLER : CallEventData.ROLE_AGENT;
        return legs.computeIfAbsent(event.leg(), id -> new LegFold(id, usual, event.at()));
    }

    private void details(CallEvent event) {
        Map<String, String> data = event.data();
        direction = data.containsKey(CallEventData.DIRECTION)
                ? Direction.fromCode(data.get(CallEventData.DIRECTION))
                : direction;
        caller = data.getOrDefault(CallEventData.CALLER, caller);
        dialled = data.getOrDefault(CallEventData.DIALLED, dialled);
        gateway = data.getOrDefault(CallEventData.GATEWAY, gateway);
        FlowId newFlow = parse(data.get(CallEventData.FLOW), FlowId::new);
        flow = newFlow == null ? flow : newFlow;
        QueueId newQueue = parse(data.get(CallEventData.QUEUE), QueueId::new);
        queue = newQueue == null ? queue : newQueue;
    }

    private void progress(CallEvent event, LegFold leg) {
        boolean callers = leg == null || leg.caller();
        boolean agents = leg != null && leg.agents();
        switch (event.type()) {
            case SERVICE_INITIATED -> initiated(leg);
            case FLOW_STARTED -> stages.enter(CallStage.IVR);
            case NODE_ENTERED -> nodeEntered(event);
            case QUEUED -> queued(event);
            case DIVERTED -> diverted(event);
            case OFFERED -> offered(event);
            case OFFER_REFUSED -> offerRefused(event);
            case DELIVERED -> {
                if ((agents || leg != null && made()) && !talking()) {
                    stages.enter(CallStage.RINGING);
                }
            }
            case ESTABLISHED -> established(event, leg);
            case HELD -> turn(callers, CallStage.TALKING, CallStage.ON_HOLD);
            case RETRIEVED -> turn(callers, CallStage.ON_HOLD, CallStage.TALKING);
            case TRANSFERRED -> transferred(event, leg);
            case FAILED -> outcome.failed(causeOf(event));
            case CONNECTION_CLEARED -> connectionCleared(event, leg);
            case CALL_CLEARED -> cleared(event);
            default -> {
                // Only noted.
            }
        }
    }

    private void turn(boolean callers, CallStage from, CallStage to) {
        if (callers && stages.stage() == from) {
            stages.enter(to);
        }
    }

    /** Whether one of ours makes the call; its customer is called then. */
    private boolean made() {
        return direction != Direction.INBOUND;
    }

    /** Who calls talks with somebody once that one is there too; who waits for an agent, once the agent is. */
    private void established(CallEvent event, LegFold leg) {
        if (!made()) {
            if (leg != null && leg.agents()) {
                answered(event, leg);
            }
            return;
        }
        boolean customerIsThere = legs.values().stream().anyMatch(each -> each.caller() && each.there());
        legs.values().stream()
                .filter(each -> each.agents() && each.connected() && customerIsThere)
                .findFirst()
                .ifPresent(agents -> answered(event, agents));
    }

    /** A phone is rung: of the agent to whom the call was offered, or to whom that one has sent it. */
    private void initiated(LegFold leg) {
        if (!made() && leg != null && leg.agents() && !talking()) {
            offeredAgent = leg.agent();
        }
    }

    private void nodeEntered(CallEvent event) {
        node = event.value(CallEventData.NODE).orElse(node);
        nodeLabel = event.value(CallEventData.LABEL)
                .filter(label -> !label.isBlank())
                .orElse(node);
        if (!talking()) {
            stages.enter(CallStage.IVR);
            waitingSince = null;
        }
    }

    private void queued(CallEvent event) {
        if (!talking()) {
            stages.enter(CallStage.WAITING);
        }
        waitingSince = waitingSince == null ? event.at() : waitingSince;
        outcome.queued();
    }

    private void diverted(CallEvent event) {
        outcome.diverted(causeOf(event));
        waitingSince = null;
        if (!talking()) {
            stages.enter(CallStage.IVR);
        }
    }

    private void offered(CallEvent event) {
        AgentId agent = parse(event.data().get(CallEventData.AGENT), AgentId::new);
        offeredAgent = agent == null ? offeredAgent : agent;
        beforeAnswer = null;
        waitingSince = waitingSince == null ? event.at() : waitingSince;
        if (!talking()) {
            stages.enter(CallStage.RINGING);
        }
    }

    /**
     * An agent whose phone was answered in the very moment the offer ended, or who left before a word was said, has not
     * talked with the caller. The agent's leg may be gone by then or not.
     */
    private void offerRefused(CallEvent event) {
        AgentId agent = parse(event.data().get(CallEventData.AGENT), AgentId::new);
        if (beforeAnswer != null && talkingAgent != null && talkingAgent.equals(agent)) {
            talkingAgent = beforeAnswer.agent();
            answered = beforeAnswer.answered();
            waitingSince = beforeAnswer.waitingSince();
            stages.neverTalkedBeyond(beforeAnswer.talkMillis());
            legs.values().stream().filter(LegFold::caller).forEach(LegFold::part);
            clocks.neverTalked(beforeAnswer.leg());
            beforeAnswer = null;
            stages.enter(CallStage.RINGING);
        }
        backToQueue();
    }

    private void backToQueue() {
        if (stages.stage() == CallStage.RINGING) {
            stages.enter(waitingSince == null ? CallStage.SETUP : CallStage.WAITING);
        }
    }

    private void answered(CallEvent event, LegFold leg) {
        beforeAnswer = new BeforeAnswer(leg.id(), talkingAgent, answered, waitingSince, stages.talkMillis());
        legs.values().stream().filter(LegFold::caller).forEach(LegFold::join);
        answered = answered == null ? event.at() : answered;
        talkingAgent = leg.agent() == null ? offeredAgent : leg.agent();
        waitingSince = null;
        if (stages.stage() != CallStage.ON_HOLD) {
            stages.enter(CallStage.TALKING);
        }
    }

    /** From now on the call is somebody else's; if it is no agent, the last one remains. */
    private void transferred(CallEvent event, LegFold leg) {
        AgentId agent = parse(event.data().get(CallEventData.AGENT), AgentId::new);
        talkingAgent = agent == null ? talkingAgent : agent;
        if (leg != null) {
            offeredAgent = talkingAgent; // an answer by somebody who is no agent is not the one of an older offer
            leg.takesOver();
        }
    }

    private void connectionCleared(CallEvent event, LegFold leg) {
        if (leg == null || leg.besides()) {
            return;
        }
        outcome.legCleared(leg.role(), leg.caller() ? causeOf(event) : null, stages.stage());
        if (leg.caller()) {
            return;
        }
        if (talking() && legs.values().stream().noneMatch(LegFold::talksWithCaller)) {
            stages.enter(CallStage.SETUP);
        } else {
            backToQueue();
        }
    }

    private void cleared(CallEvent event) {
        outcome.cleared(event.value(CallEventData.RELEASED_BY).orElse(null), causeOf(event), stages.stage());
        stages.enter(CallStage.ENDED);
        waitingSince = null;
        ended = event.at().isBefore(started) ? started : event.at();
        legs.values().forEach(leg -> leg.end(ended, outcome.cause()));
    }

    private void late(CallEvent event) {
        String file = event.data().get(CallEventData.FILE);
        switch (event.type()) {
            case RECORDING_STARTED, RECORDING_ENDED -> recording = file == null ? recording : file;
            case VOICEMAIL_LEFT -> voicemail = file == null ? "" : file;
            default -> {
                // No file in it.
            }
        }
    }

    private boolean talking() {
        return stages.stage() == CallStage.TALKING || stages.stage() == CallStage.ON_HOLD;
    }

    /** The record as of now. */
    public CallRecord record() {
        return new CallRecord(
                call,
                direction,
                caller,
                dialled,
                trunk,
                gateway,
                flow,
                node,
                queue,
                agent(),
                started,
                answered,
                ended,
                stages.durations(),
                ended == null ? null : outcome.decide(direction, answered != null, voicemail != null, flow != null),
                ended == null ? null : outcome.cause(),
                recording,
                voicemail,
                ended == null ? null : outcome.releasedBy(),
                legs.values().stream()
                        .map(leg -> leg.record(clocks.of(leg.id())))
                        .toList());
    }

    /** The event that closes a call whose end was never written, because the installation went down or a part of it failed. */
    public CallEvent cutOff(Cause cause, Instant at) {
        return new CallEvent(
                call,
                lastSequence() + 1,
                CallEventType.CALL_CLEARED,
                at,
                null,
                Map.of(CallEventData.CAUSE, cause.code(), CallEventData.RELEASED_BY, CallEventData.SYSTEM));
    }

    /** The highest sequence number taken; 0 before the first event. */
    public int lastSequence() {
        return Math.max(0, seen.length() - 1);
    }

    public boolean finished() {
        return ended != null;
    }

    public CallStage stage() {
        return stages.stage();
    }

    /** Since when the call is in its stage; null before the first event. */
    public Instant stageSince() {
        return stages.since();
    }

    /** Since when the caller waits for a person; null when not waiting. */
    public Instant waitingSince() {
        return waitingSince;
    }

    /** The label of the last node, or its id when it has none; null when no node was entered. */
    public String nodeLabel() {
        return nodeLabel;
    }

    /** Who is at the leg; null when no agent, or when there is no such leg. */
    public AgentId agentAt(LegId leg) {
        return legs.containsKey(leg) ? legs.get(leg).agent() : null;
    }

    /** What goes along with the call. */
    public AttachedData attached() {
        return attached;
    }

    /** The last queue; null when none. */
    public QueueId queue() {
        return queue;
    }

    /** Whether the caller ever talked with somebody. */
    public boolean wasAnswered() {
        return answered != null;
    }

    private AgentId agent() {
        return talkingAgent == null ? offeredAgent : talkingAgent;
    }

    /** Whose phone rings, or rang last; null when nobody's. */
    public AgentId offeredAgent() {
        return offeredAgent;
    }

    private record BeforeAnswer(LegId leg, AgentId agent, Instant answered, Instant waitingSince, long talkMillis) {}

    static Cause causeOf(CallEvent event) {
        return event.value(CallEventData.CAUSE).flatMap(Cause::fromCode).orElse(null);
    }

    /** Reads an id of a journal that may have been written by anybody; null when it is none. */
    static <T> T parse(String value, Function<String, T> constructor) {
        try {
            return value == null ? null : constructor.apply(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
