package io.zongji.domain.agent;

import io.zongji.domain.CallId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What an agent is doing and what comes next.
 *
 * @param state    the state
 * @param reserved the state asked for after the call; null for the usual one. While {@link AgentState#LOST}: the state to
 *                 return to. In wrap-up after a call that was dialled or taken while busy: busy
 * @param wish     the reason given with the reserved state; empty when none was
 * @param since    when the state began
 * @param reason   why; may be empty
 * @param call     the call it is about; null when none
 * @param interrupted the reserved state, where it had begun before; null where it begins anew
 */
public record AgentStatus(
        AgentState state,
        AgentState reserved,
        String wish,
        Instant since,
        String reason,
        CallId call,
        Interrupted interrupted) {
    public AgentStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(wish, "wish");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * A wrap-up, rest or busy that goes on after a call that the agent dials in it, or when phone and page are back.
     *
     * @param since when it began
     * @param call  what the wrap-up is about; null when about no call
     * @param next  what comes after the wrap-up; null for the usual
     * @param wish  the reason of that; empty when none
     */
    public record Interrupted(Instant since, CallId call, AgentState next, String wish) {
        public Interrupted {
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(wish, "wish");
        }
    }

    /** The same, begun at another time. */
    public AgentStatus begunAt(Instant time) {
        return new AgentStatus(state, reserved, wish, time, reason, call, interrupted);
    }

    public static AgentStatus signedOut(Instant since) {
        return new AgentStatus(AgentState.SIGNED_OUT, null, "", since, "", null, null);
    }

    /** The same, about another call. */
    public AgentStatus inCall(CallId other) {
        return new AgentStatus(state, reserved, wish, since, reason, other, interrupted);
    }

    /**
     * Applies the table.
     *
     * @param asSetUp     the state that the settings name for where this action leads; null when they name none
     * @param wrapUp      whether a call of this agent is followed by wrap-up
     * @param call        the call that the action brings; null when none
     */
    public AgentStep apply(
            AgentAction action, AgentState asSetUp, boolean wrapUp, CallId call, String why, Instant now) {
        AgentTransition transition = AgentTransitions.of(state, action);
        if (transition instanceof AgentTransition.Refuse refuse) {
            return new AgentStep(this, Optional.of(refuse.reason()));
        } else if (transition instanceof AgentTransition.Reserve reserve) {
            Interrupted kept = reserve.state() == reserved ? interrupted : null;
            return done(new AgentStatus(state, reserve.state(), why, since, reason, this.call, kept));
        } else if (transition instanceof AgentTransition.Move move) {
            return done(new AgentStatus(
                    move.state(),
                    reservedAfter(action),
                    wishAfter(action),
                    now,
                    why,
                    callAfter(move.state(), call),
                    interruptedBy(action)));
        } else if (transition instanceof AgentTransition.AsSetUp) {
            return done(new AgentStatus(asSetUp, null, "", now, why, null, null));
        } else if (transition instanceof AgentTransition.AsReserved asReserved) {
            if (action == AgentAction.RELEASE && wrapUp && comesFromBusy()) {
                return done(new AgentStatus(AgentState.WRAP_UP, reserved, wish, now, why, this.call, null));
            }
            AgentState next = nextAfterCall(action, asReserved.usual(), wrapUp);
            // Nobody gives a reason for being ready; it is the call's end, or the phone's return, that makes idle.
            String because = next == reserved && next != AgentState.IDLE ? wish : why;
            CallId about = next == AgentState.WRAP_UP ? callToWriteUp(action) : null;
            // A rest goes on where it was: being lost makes it no longer.
            Instant begun = next == AgentState.REST && interrupted != null ? interrupted.since() : now;
            boolean goesOn = next == AgentState.WRAP_UP && interrupted != null;
            return done(new AgentStatus(
                    next,
                    goesOn ? interrupted.next() : null,
                    goesOn ? interrupted.wish() : "",
                    begun,
                    because,
                    about,
                    null));
        }
        return done(this);
    }

    /** Whether the agent was busy when the call began, and has asked for nothing else since. */
    private boolean comesFromBusy() {
        return reserved == AgentState.BUSY && interrupted != null;
    }

    private AgentState nextAfterCall(AgentAction action, AgentState usual, boolean wrapUp) {
        if (reserved != null) {
            // Ready pressed while ringing must not undo that the phone was not answered.
            return action == AgentAction.OFFER_FAILED && reserved == AgentState.IDLE ? usual : reserved;
        }
        return action == AgentAction.RELEASE && wrapUp ? AgentState.WRAP_UP : usual;
    }

    private AgentState reservedAfter(AgentAction action) {
        return switch (action) {
            case ANSWER -> reserved;
            // Whoever dials out of busy or wrap-up goes back there: the next call comes when the agent says so.
            case DIAL -> state == AgentState.IDLE ? null : state;
            case DEVICE_LOST -> stateToReturnTo();
            default -> null;
        };
    }

    /** The reason that goes with {@link #reservedAfter}: the one given with a wish, or that of the state to return to. */
    private String wishAfter(AgentAction action) {
        return switch (action) {
            case ANSWER -> wish;
            case DIAL -> reason;
            case DEVICE_LOST -> state == AgentState.OFFERED ? wish : reason;
            default -> "";
        };
    }

    private Interrupted interruptedBy(AgentAction action) {
        return switch (action) {
            case ANSWER -> interrupted;
            case DIAL, DEVICE_LOST ->
                state == AgentState.IDLE || state == AgentState.OFFERED
                        ? null
                        : new Interrupted(since, call, reserved, wish);
            default -> null;
        };
    }

    private CallId callToWriteUp(AgentAction action) {
        if (interrupted != null) {
            return interrupted.call();
        }
        return action == AgentAction.RELEASE ? call : null;
    }

    private AgentState stateToReturnTo() {
        return switch (state) {
            case BUSY, REST, WRAP_UP -> state;
            case OFFERED -> reserved == null ? AgentState.IDLE : reserved;
            default -> AgentState.IDLE;
        };
    }

    private CallId callAfter(AgentState next, CallId brought) {
        return switch (next) {
            case OFFERED, TALKING -> brought == null ? call : brought;
            case WRAP_UP -> call;
            default -> null;
        };
    }

    private static AgentStep done(AgentStatus status) {
        return new AgentStep(status, Optional.empty());
    }
}
