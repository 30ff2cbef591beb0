package io.zongji.domain.conversation;

import io.zongji.domain.AgentId;
import io.zongji.domain.LegId;
import java.io.Serializable;
import java.util.Objects;

/**
 * One party of a conversation.
 *
 * @param device the extension or number that was rung; empty for the customer
 * @param agent  who sits there; null when it is no agent
 * @param held   hears music instead of the others
 * @param mode   how a supervisor takes part; null for the others
 */
public record Party(
        LegId leg, PartyRole role, PartyState state, String device, AgentId agent, boolean held, SupervisorMode mode)
        implements Serializable {
    public Party {
        Objects.requireNonNull(leg, "leg");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(device, "device");
        if ((role == PartyRole.SUPERVISOR) != (mode != null)) {
            throw new IllegalArgumentException("mode: a supervisor has one, and nobody else");
        }
    }

    /** Whether it has a voice and ears right now. */
    public boolean audible() {
        return state == PartyState.CONNECTED;
    }

    /** Whether its voice belongs to the call, and so into the recording. */
    public boolean recorded() {
        return state != PartyState.ALERTING && mode != SupervisorMode.LISTEN;
    }

    boolean supervisor() {
        return role == PartyRole.SUPERVISOR;
    }

    /** Whether it takes part as one of those who talk with each other. */
    boolean talks() {
        return audible() && !held && (!supervisor() || mode == SupervisorMode.BARGE_IN);
    }

    Party at(LegId other) {
        return new Party(other, role, PartyState.CONNECTED, device, agent, held, mode);
    }

    Party withState(PartyState next) {
        return new Party(leg, role, next, device, agent, held, mode);
    }

    Party withHeld(boolean next) {
        return new Party(leg, role, state, device, agent, next, mode);
    }

    Party withMode(SupervisorMode next) {
        return new Party(leg, role, state, device, agent, held, next);
    }

    Party asAgent() {
        return new Party(leg, PartyRole.AGENT, state, device, agent, held, null);
    }
}
