package io.zongji.sbb.cti;

import io.zongji.domain.AgentId;
import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.conversation.Party;
import io.zongji.domain.conversation.PartyRole;
import io.zongji.domain.conversation.PartyState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.sbb.events.EngagementDecided;
import io.zongji.sbb.events.ServiceRequest;
import java.util.Map;
import javax.slee.ActivityContextInterface;

/**
 * The part of a call that the agent to whom a queue offers it sends elsewhere without answering (CSTA, Deflect Call): the
 * caller, who still waits, has a phone rung for them, or goes to another queue or a flow. To the ACD the offer was taken
 * back, so it is nothing that the agent has missed.
 */
public abstract class DeflectedCall extends MovedCall {

    /** A phone rings that the agent has named, and nobody has talked with the caller. */
    public abstract boolean getDeflected();

    public abstract void setDeflected(boolean deflected);

    @Override
    final boolean isUnserved() {
        return getDeflected();
    }

    @Override
    public void onServiceRequest(ServiceRequest request, ActivityContextInterface activity) {
        if (request.service() != Service.DEFLECT_CALL) {
            super.onServiceRequest(request, activity);
            return;
        }
        Refusal refusal = refusalToDeflect(request);
        if (refusal != null) {
            answer(request, refusal);
        } else if (isPlace(request.target())) {
            answer(request, lead(request.target(), (kind, place) -> leaveFor(request.target())));
        } else {
            agentAt(request.target())
                    .ifPresentOrElse(agent -> engage(agent, false, request), () -> ringInstead(request, null));
        }
    }

    @Override
    public void onEngagementDecided(EngagementDecided event, ActivityContextInterface activity) {
        boolean deflects = event.granted() && event.request().service() == Service.DEFLECT_CALL;
        if (!deflects) {
            super.onEngagementDecided(event, activity);
            return;
        }
        Refusal refusal = refusalToDeflect(event.request());
        if (refusal == null) {
            ringInstead(event.request(), event.agent());
        } else {
            giveBack(event.agent(), false);
            answer(event.request(), refusal);
        }
    }

    /** Asked again after the ACD has answered: the phone may have been answered, or rung for long enough. */
    private Refusal refusalToDeflect(ServiceRequest request) {
        boolean offered = getPhase() == CallPhase.OFFERED && request.device().equals(deviceOf(getAgent()));
        if (!offered) {
            return Refusal.NOT_OFFERED;
        } else if (customerConnection() == null) {
            return Refusal.NOT_TALKING; // has just hung up
        } else if (isPlace(request.target())) {
            return null;
        } else if (request.target().equals(request.device())) {
            return Refusal.ALREADY_IN_CALL;
        } else if (!mayRing(request)) {
            return Refusal.NO_SUCH_DEVICE;
        }
        return destinationOf(request.target()).isEmpty() ? Refusal.DEVICE_UNREACHABLE : null;
    }

    private void leaveFor(String place) {
        leaveOffer(place);
        write(
                CallEventType.DIVERTED,
                getCustomerLegId(),
                Map.of(CallEventData.QUEUE, getQueue().value(), CallEventData.CAUSE, Cause.DEFLECTED.code()));
        setMusicOn(false);
        customerConnection().player().stop();
    }

    private void ringInstead(ServiceRequest request, AgentId agent) {
        leaveOffer(request.target());
        setMusicOn(false);
        setDeflected(true);
        ringForCaller(request, agent);
        answer(request, null);
    }

    /** Rings a phone for a caller who talks with nobody. */
    final void ringForCaller(ServiceRequest request, AgentId agent) {
        LegId leg = nextLeg();
        Party heir = new Party(leg, PartyRole.AGENT, PartyState.ALERTING, request.target(), agent, false, null);
        writeInitiated(heir);
        setAgent(agent);
        setAgentLegId(leg);
        setHandedOnBy(request.device());
        Destination phone = destinationOf(request.target()).orElseThrow();
        dial(leg, phone, customerConnection());
        ringFor(leg, phone);
        converse(heir);
    }
}
