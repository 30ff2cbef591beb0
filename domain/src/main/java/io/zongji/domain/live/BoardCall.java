package io.zongji.domain.live;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.call.CallProjection;
import io.zongji.domain.call.CallRecord;
import io.zongji.domain.call.Cause;
import io.zongji.domain.call.ConnectionState;
import io.zongji.domain.call.LegRecord;
import io.zongji.domain.call.Outcome;
import io.zongji.domain.conversation.SupervisorMode;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** A call in progress and its present visit to a queue. */
final class BoardCall {
    private final CallProjection projection;
    private long version;
    private LiveCall live;
    /** The queue that is being visited; null when none is. */
    private QueueId visiting;

    private Instant visitingSince;
    private boolean recordingPaused;
    private final Map<LegId, SupervisorMode> modes = new HashMap<>();
    private final Set<LegId> answerable = new HashSet<>();
    private final Set<LegId> moves = new HashSet<>();
    private final Set<LegId> announcing = new HashSet<>();
    private final Set<LegId> suspended = new HashSet<>();
    /** Takes back that the call was counted as answered; null when it was not. */
    private Runnable unanswer;

    BoardCall(CallId call) {
        this.projection = new CallProjection(call);
    }

    /**
     * Takes an event.
     *
     * @param queues gives a queue and marks it as changed; null when it is not set up
     */
    void apply(CallEvent event, long now, Function<QueueId, BoardQueue> queues) {
        Instant waitedBefore = projection.waitingSince();
        String nodeBefore = projection.nodeLabel();
        projection.apply(event);
        version = now;
        live = null;
        noteMode(event);
        noteReach(event);
        if (event.leg() != null && event.value(CallEventData.ANSWERABLE).isPresent()) {
            answerable.add(event.leg());
        }
        if (event.leg() != null && event.value(CallEventData.MOVES).isPresent()) {
            moves.add(event.leg());
        }
        count(event, queues);
        boolean rowChanged = !Objects.equals(waitedBefore, projection.waitingSince())
                || projection.waitingSince() != null && !Objects.equals(nodeBefore, projection.nodeLabel());
        QueueId queue = projection.queue();
        if (rowChanged && queue != null) {
            queues.apply(queue);
        }
    }

    private void noteReach(CallEvent event) {
        switch (event.type()) {
            case PICKED_UP -> announcing.add(event.leg());
            case ANNOUNCED -> announcing.remove(event.leg());
            case SUSPENDED -> suspended.add(event.leg());
            case RESUMED -> suspended.remove(event.leg());
            case CONNECTION_CLEARED -> {
                announcing.remove(event.leg());
                suspended.remove(event.leg());
            }
            default -> {
                // Says nothing of that.
            }
        }
    }

    /** The journal is read as it is: of a mode from a later version nothing is known. */
    private void noteMode(CallEvent event) {
        String told = event.value(CallEventData.MODE).orElse("");
        Arrays.stream(SupervisorMode.values())
                .filter(mode -> event.leg() != null && mode.name().equals(told))
                .forEach(mode -> modes.put(event.leg(), mode));
    }

    private void count(CallEvent event, Function<QueueId, BoardQueue> queues) {
        switch (event.type()) {
            case RECORDING_PAUSED -> recordingPaused = true;
            case RECORDING_RESUMED -> recordingPaused = false;
            case QUEUED, OFFERED -> visit(event, queues);
            case DIVERTED -> {
                visit(event, queues);
                leave(queues, BoardQueue::refused);
            }
            case ESTABLISHED -> {
                if (projection.wasAnswered()) {
                    Duration after = waited(event.at());
                    leave(queues, queue -> unanswer = queue.answered(after));
                }
            }
            case OFFER_REFUSED -> {
                if (!projection.wasAnswered()) {
                    visitOn(queues);
                }
            }
            case CALL_CLEARED -> cleared(event, queues);
            default -> {
                // Does not touch queues.
            }
        }
    }

    private void visit(CallEvent event, Function<QueueId, BoardQueue> queues) {
        QueueId queue = projection.queue();
        if (queue != null && !queue.equals(visiting) && !projection.wasAnswered()) {
            visiting = queue;
            visitingSince = event.at();
            BoardQueue board = queues.apply(queue);
            if (board != null) {
                board.offered();
            }
        }
    }

    /** The agent who was counted as answering never talked: it is the same visit as before. */
    private void visitOn(Function<QueueId, BoardQueue> queues) {
        if (unanswer != null) {
            unanswer.run();
            unanswer = null;
            visiting = projection.queue();
            queues.apply(visiting);
        }
    }

    private void cleared(CallEvent event, Function<QueueId, BoardQueue> queues) {
        Outcome outcome = projection.record().outcome();
        Duration after = waited(event.at());
        if (outcome.abandoned()) {
            leave(queues, queue -> queue.abandoned(after));
        } else if (outcome == Outcome.QUEUE_FULL || outcome == Outcome.QUEUE_TIMEOUT || outcome == Outcome.NO_AGENTS) {
            leave(queues, BoardQueue::refused);
        }
    }

    private void leave(Function<QueueId, BoardQueue> queues, Consumer<BoardQueue> counted) {
        BoardQueue board = visiting == null ? null : queues.apply(visiting);
        if (board != null) {
            counted.accept(board);
        }
        visiting = null;
    }

    private Duration waited(Instant now) {
        return visitingSince == null || now.isBefore(visitingSince)
                ? Duration.ZERO
                : Duration.between(visitingSince, now);
    }

    CallEvent cutOff(Cause cause, Instant at) {
        return projection.cutOff(cause, at);
    }

    boolean finished() {
        return projection.finished();
    }

    long version() {
        return version;
    }

    /** Who has handed the call on, to whomever or whatever, has no part in it any more. */
    private AgentId agentThere(CallRecord call) {
        AgentId agent =
                switch (projection.stage()) {
                    case TALKING, ON_HOLD, ENDED -> call.agent();
                    case SETUP, RINGING -> projection.offeredAgent();
                    case IVR, WAITING -> null;
                };
        List<LegRecord> own = call.legs().stream()
                .filter(leg -> leg.agent() != null && leg.agent().equals(agent))
                .toList();
        boolean gone = !own.isEmpty() && own.stream().allMatch(leg -> leg.ended() != null);
        return gone ? null : agent;
    }

    /** Who is at the leg; null when nobody that is known. */
    AgentId agentAt(LegId leg) {
        return projection.agentAt(leg);
    }

    /** Whether all phones of the agent's in the call ring, and none was answered. */
    boolean rings(AgentId agent) {
        List<LegRecord> there = live().legs().stream()
                .filter(leg -> agent.equals(leg.agent()) && leg.ended() == null)
                .toList();
        return !there.isEmpty() && there.stream().allMatch(leg -> leg.state() == ConnectionState.ALERTING);
    }

    LiveCall live() {
        if (live == null) {
            CallRecord call = projection.record();
            live = new LiveCall(
                    call.call(),
                    call.direction(),
                    call.caller(),
                    call.dialled(),
                    call.trunk(),
                    call.flow(),
                    call.node(),
                    projection.nodeLabel(),
                    call.queue(),
                    projection.waitingSince(),
                    agentThere(call),
                    call.started(),
                    projection.stage(),
                    projection.stageSince(),
                    recordingPaused,
                    call.legs(),
                    modes,
                    answerable,
                    moves,
                    announcing,
                    suspended,
                    projection.attached().values());
        }
        return live;
    }
}
