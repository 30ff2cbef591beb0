package io.zongji.domain.routing;

import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentTransition;
import io.zongji.domain.agent.AgentTransitions;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.QueueMembership;
import io.zongji.domain.phone.PageVoice;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Who takes part, in which queues, and who cannot be reached. */
final class Attendance {
    /** The refusal of a choice of queues that names none of those served. */
    private static final String NO_QUEUE_CHOSEN = "queues: choose at least one of those you serve";

    private static final String ANOTHER_DEVICE = "another device";

    private final RoutingBook book;
    private final Matching matching;
    private final StateTimes times;

    Attendance(RoutingBook book, Matching matching, StateTimes times) {
        this.book = book;
        this.matching = matching;
        this.times = times;
    }

    void signIn(
            AgentSlot agent,
            AgentState state,
            Set<QueueId> queues,
            boolean phoneThere,
            String reason,
            Instant now,
            List<Decision> decisions) {
        if (!agent.agent.rights().online()) {
            refuse(agent, AgentAction.SIGN_IN, RoutingEngine.ONLINE_RIGHT_WITHDRAWN, decisions);
        } else if (agent.is(AgentState.SIGNED_OUT) && !choose(agent, queues)) {
            refuse(agent, AgentAction.SIGN_IN, NO_QUEUE_CHOSEN, decisions);
        } else {
            if (agent.is(AgentState.SIGNED_OUT)) {
                book.pageGone(agent, false);
                book.phoneGone(agent, !phoneThere);
            }
            matching.act(agent, AgentAction.SIGN_IN, state, null, reason, now, decisions);
        }
    }

    /** Whoever was busy, at rest or writing up is so again; nobody presses ready at a phone that is signed in by itself. */
    void restore(
            AgentSlot agent,
            AgentState state,
            Set<QueueId> queues,
            String reason,
            Instant since,
            Instant now,
            List<Decision> decisions) {
        boolean isNews = agent.is(AgentState.SIGNED_OUT);
        boolean alone = agent.agent.autoSignIn();
        boolean kept = state == AgentState.REST || !alone && (state == AgentState.BUSY || state == AgentState.WRAP_UP);
        boolean served = queues != null
                && queues.stream()
                        .anyMatch(queue -> agent.agent.membership(queue).isPresent());
        signIn(agent, kept ? state : AgentState.IDLE, served ? queues : null, true, reason, now, decisions);
        if (isNews && agent.is(AgentState.REST)) {
            book.status(agent, agent.status.begunAt(since));
            book.schedule(agent, times.end(agent, false, now));
        }
    }

    void chooseQueues(AgentSlot agent, Set<QueueId> queues, Instant now, List<Decision> decisions) {
        List<QueueMembership> before = agent.memberships();
        if (!agent.status.state().signedIn()) {
            refuse(agent, AgentAction.SIGN_IN, "not signed in", decisions);
        } else if (!choose(agent, queues)) {
            refuse(agent, AgentAction.SIGN_IN, NO_QUEUE_CHOSEN, decisions);
        } else {
            matching.turnAwayWhereNobodyIsLeft(before, decisions);
            if (agent.is(AgentState.IDLE)) {
                matching.offerNext(agent, now, decisions);
            }
        }
    }

    /** False when none of the queues is served. */
    private boolean choose(AgentSlot agent, Set<QueueId> queues) {
        boolean some = queues == null
                || agent.agent.queues().stream().map(QueueMembership::queue).anyMatch(queues::contains);
        if (some && !Objects.equals(queues, agent.chosen)) {
            book.chosen(agent, queues == null ? null : Set.copyOf(queues));
        }
        return some;
    }

    /** What was lost is noted already. */
    void lost(AgentSlot agent, String reason, Instant now, List<Decision> decisions) {
        TaskId offered = agent.offered;
        matching.act(agent, AgentAction.DEVICE_LOST, null, null, reason, now, decisions);
        if (offered != null) {
            matching.withdrawFromLost(book.tasks.get(offered), agent, Cause.UNREACHABLE, reason, now, decisions);
        }
    }

    /** What has come back is noted already. */
    void back(AgentSlot agent, String reason, Instant now, List<Decision> decisions) {
        boolean signsInByItself =
                agent.agent.autoSignIn() && agent.agent.rights().online() && !agent.removed;
        if (agent.is(AgentState.SIGNED_OUT) && signsInByItself) {
            signIn(agent, AgentState.IDLE, null, true, reason, now, decisions);
        } else if (agent.reachable()) {
            matching.act(agent, AgentAction.DEVICE_BACK, null, null, reason, now, decisions);
        }
    }

    void deviceChosen(AgentSlot agent, boolean phoneThere, Instant now, List<Decision> decisions) {
        if (!agent.status.state().signedIn()) {
            refuse(agent, AgentAction.DEVICE_BACK, "not signed in", decisions);
        } else if (agent.is(AgentState.OFFERED)) {
            refuse(agent, AgentAction.DEVICE_BACK, "a call is being offered", decisions);
        } else {
            book.phoneGone(agent, !phoneThere);
            if (phoneThere) {
                back(agent, ANOTHER_DEVICE, now, decisions);
            } else {
                lost(agent, ANOTHER_DEVICE, now, decisions);
            }
        }
    }

    void extendWrapUp(AgentSlot agent, List<Decision> decisions) {
        String refusal = times.extendWrapUp(agent);
        if (refusal != null) {
            refuse(agent, AgentAction.EXTEND_WRAP_UP, refusal, decisions);
        }
    }

    private static void refuse(AgentSlot agent, AgentAction action, String reason, List<Decision> decisions) {
        decisions.add(new Decision.ActionRefused(agent.agent.id(), agent.status.state(), action, reason));
    }

    /** A call has the agent's phone, or is not to have it. */
    void engage(AgentSlot agent, CallId call, boolean there, String reason, Instant now, List<Decision> decisions) {
        boolean refuses = AgentTransitions.of(agent.status.state(), AgentAction.DIAL) instanceof AgentTransition.Refuse;
        boolean signedOut = agent.is(AgentState.SIGNED_OUT);
        if (signedOut && !there && !agent.engaged.isEmpty()) {
            decisions.add(new Decision.ActionRefused(
                    agent.agent.id(), AgentState.SIGNED_OUT, AgentAction.DIAL, "a call is on"));
            return;
        }
        boolean rings = signedOut || refuses && there;
        if (rings || matching.act(agent, AgentAction.DIAL, null, call, reason, now, decisions)) {
            book.engaged(agent, call, true);
        }
    }

    /** @param call that is over; null for whichever it is */
    void released(AgentSlot agent, CallId call, boolean talked, String reason, Instant now, List<Decision> decisions) {
        CallId over = call == null ? agent.status.call() : call;
        book.engaged(agent, over, false);
        if (talksIn(agent, over)) {
            matching.release(agent, talked, reason, now, decisions);
        }
    }

    void releasedUnheard(AgentSlot agent, CallId call, Instant now, List<Decision> decisions) {
        AgentState next = agent.status.reserved();
        boolean wouldBeReady = next == null || next == AgentState.IDLE || next == AgentState.WRAP_UP;
        if (wouldBeReady && talksIn(agent, call)) {
            matching.act(agent, AgentAction.BUSY, null, null, PageVoice.NO_VOICE, now, decisions);
        }
        released(agent, call, false, PageVoice.NO_VOICE, now, decisions);
    }

    private static boolean talksIn(AgentSlot agent, CallId call) {
        return agent.is(AgentState.TALKING) && Objects.equals(call, agent.status.call());
    }
}
