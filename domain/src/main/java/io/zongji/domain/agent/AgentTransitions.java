package io.zongji.domain.agent;

import static io.zongji.domain.agent.AgentState.BUSY;
import static io.zongji.domain.agent.AgentState.IDLE;
import static io.zongji.domain.agent.AgentState.LOST;
import static io.zongji.domain.agent.AgentState.OFFERED;
import static io.zongji.domain.agent.AgentState.REST;
import static io.zongji.domain.agent.AgentState.SIGNED_OUT;
import static io.zongji.domain.agent.AgentState.TALKING;
import static io.zongji.domain.agent.AgentState.WRAP_UP;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The table of agent states: for every state and action either what follows or why not. Complete by construction; screens
 * show it and {@link AgentStatus#apply} obeys it.
 */
public final class AgentTransitions {
    private static final Map<AgentState, Map<AgentAction, AgentTransition>> TABLE = new EnumMap<>(AgentState.class);

    static {
        state(SIGNED_OUT, "not signed in")
                .setUp(AgentAction.SIGN_IN)
                .ignore(AgentAction.DEVICE_LOST, AgentAction.DEVICE_BACK);
        state(IDLE, "no call is there")
                .refuse("already signed in", AgentAction.SIGN_IN)
                .refuse("already idle", AgentAction.READY)
                .move(AgentAction.SIGN_OUT, SIGNED_OUT)
                .move(AgentAction.BUSY, BUSY)
                .move(AgentAction.REST, REST)
                .move(AgentAction.WRAP_UP, WRAP_UP)
                .move(AgentAction.DIAL, TALKING)
                .move(AgentAction.OFFER, OFFERED)
                .move(AgentAction.DEVICE_LOST, LOST)
                .ignore(AgentAction.DEVICE_BACK, AgentAction.TIMER);
        state(OFFERED, "a call is being offered")
                .refuse("already signed in", AgentAction.SIGN_IN)
                .reserve(AgentAction.SIGN_OUT, SIGNED_OUT)
                .reserve(AgentAction.READY, IDLE)
                .reserve(AgentAction.BUSY, BUSY)
                .reserve(AgentAction.REST, REST)
                .reserve(AgentAction.WRAP_UP, WRAP_UP)
                .move(AgentAction.ANSWER, TALKING)
                .asReserved(AgentAction.OFFER_WITHDRAWN, IDLE)
                .asReserved(AgentAction.OFFER_FAILED, BUSY)
                .move(AgentAction.DEVICE_LOST, LOST)
                .ignore(AgentAction.DEVICE_BACK, AgentAction.TIMER);
        state(TALKING, "a call is on")
                .refuse("already signed in", AgentAction.SIGN_IN)
                .reserve(AgentAction.SIGN_OUT, SIGNED_OUT)
                .reserve(AgentAction.READY, IDLE)
                .reserve(AgentAction.BUSY, BUSY)
                .reserve(AgentAction.REST, REST)
                .reserve(AgentAction.WRAP_UP, WRAP_UP)
                .asReserved(AgentAction.RELEASE, IDLE)
                .ignore(AgentAction.DEVICE_LOST, AgentAction.DEVICE_BACK, AgentAction.TIMER);
        state(WRAP_UP, "no call is there")
                .refuse("already signed in", AgentAction.SIGN_IN)
                .refuse("already in wrap-up", AgentAction.WRAP_UP)
                .move(AgentAction.SIGN_OUT, SIGNED_OUT)
                .move(AgentAction.READY, IDLE)
                .asReserved(AgentAction.TIMER, IDLE)
                .move(AgentAction.BUSY, BUSY)
                .move(AgentAction.REST, REST)
                .prolong(AgentAction.EXTEND_WRAP_UP)
                .move(AgentAction.DIAL, TALKING)
                .move(AgentAction.DEVICE_LOST, LOST)
                .ignore(AgentAction.DEVICE_BACK);
        state(BUSY, "no call is there")
                .refuse("already signed in", AgentAction.SIGN_IN)
                .refuse("already busy", AgentAction.BUSY)
                .move(AgentAction.SIGN_OUT, SIGNED_OUT)
                .move(AgentAction.READY, IDLE)
                .move(AgentAction.TIMER, IDLE)
                .move(AgentAction.REST, REST)
                .move(AgentAction.WRAP_UP, WRAP_UP)
                .move(AgentAction.DIAL, TALKING)
                .move(AgentAction.DEVICE_LOST, LOST)
                .ignore(AgentAction.DEVICE_BACK);
        state(REST, "no call is there")
                .refuse("already signed in", AgentAction.SIGN_IN)
                .refuse("already at rest", AgentAction.REST)
                .refuse("at rest; come back first", AgentAction.DIAL, AgentAction.WRAP_UP)
                .move(AgentAction.SIGN_OUT, SIGNED_OUT)
                .move(AgentAction.READY, IDLE)
                .move(AgentAction.BUSY, BUSY)
                .setUp(AgentAction.TIMER)
                .move(AgentAction.DEVICE_LOST, LOST)
                .ignore(AgentAction.DEVICE_BACK);
        state(LOST, "the phone or the page cannot be reached")
                .refuse("already signed in", AgentAction.SIGN_IN)
                .move(AgentAction.SIGN_OUT, SIGNED_OUT)
                .reserve(AgentAction.READY, IDLE)
                .reserve(AgentAction.BUSY, BUSY)
                .reserve(AgentAction.REST, REST)
                .asReserved(AgentAction.DEVICE_BACK, IDLE)
                .ignore(AgentAction.DEVICE_LOST, AgentAction.TIMER);
    }

    private AgentTransitions() {}

    /** What the action means in the state; never null. */
    public static AgentTransition of(AgentState state, AgentAction action) {
        return TABLE.get(state).get(action);
    }

    /** The whole row of a state, for publishing the table. */
    public static Map<AgentAction, AgentTransition> row(AgentState state) {
        return Collections.unmodifiableMap(TABLE.get(state));
    }

    /** Begins a row in which everything is refused. */
    private static Row state(AgentState state, String refusal) {
        Map<AgentAction, AgentTransition> cells = new EnumMap<>(AgentAction.class);
        for (AgentAction action : AgentAction.values()) {
            cells.put(action, new AgentTransition.Refuse(refusal));
        }
        cells.put(AgentAction.EXTEND_WRAP_UP, new AgentTransition.Refuse("not in wrap-up"));
        TABLE.put(state, cells);
        return new Row(cells);
    }

    private record Row(Map<AgentAction, AgentTransition> cells) {
        Row move(AgentAction action, AgentState state) {
            return set(new AgentTransition.Move(state), action);
        }

        Row reserve(AgentAction action, AgentState state) {
            return set(new AgentTransition.Reserve(state), action);
        }

        Row asReserved(AgentAction action, AgentState usual) {
            return set(new AgentTransition.AsReserved(usual), action);
        }

        Row setUp(AgentAction action) {
            return set(new AgentTransition.AsSetUp(), action);
        }

        Row prolong(AgentAction action) {
            return set(new AgentTransition.Prolong(), action);
        }

        Row ignore(AgentAction... actions) {
            return set(new AgentTransition.Ignore(), actions);
        }

        Row refuse(String reason, AgentAction... actions) {
            return set(new AgentTransition.Refuse(reason), actions);
        }

        private Row set(AgentTransition transition, AgentAction... actions) {
            for (AgentAction action : actions) {
                cells.put(action, transition);
            }
            return this;
        }
    }
}
