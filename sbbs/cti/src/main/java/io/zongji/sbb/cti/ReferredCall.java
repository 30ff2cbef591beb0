package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.conversation.Conversation;
import io.zongji.domain.conversation.Party;
import io.zongji.domain.conversation.PartyRole;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.sbb.events.PhoneRefers;
import io.zongji.sbb.events.ReplacedDialog;
import io.zongji.sbb.events.ServiceRequest;
import java.util.Optional;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;

/**
 * The part of a call that an agent hands on by the transfer key of the phone, which sends REFER. The phone keeps its side
 * until the other one is answered (RFC 5589, 6.1): if nobody does, the two are together again. So it is a consultation
 * that is handed over by itself.
 */
public abstract class ReferredCall extends ReturnedCall {

    /** The leg whose phone waits for the outcome of its REFER; null when none does. */
    public abstract LegId getReferrer();

    public abstract void setReferrer(LegId leg);

    /** The leg that rings for it; null when none does. */
    public abstract LegId getReferred();

    public abstract void setReferred(LegId leg);

    public void onPhoneRefers(PhoneRefers event, ActivityContextInterface activity) {
        Optional<LegSbbLocal> phone = leg(event.leg());
        if (phone.isEmpty()) {
            return;
        }
        Optional<Party> agent = getPhase() == CallPhase.TALKING
                ? getConversation().party(event.leg()).filter(party -> party.role() == PartyRole.AGENT && isOurs(party))
                : Optional.empty();
        if (agent.isEmpty()) {
            phone.get().refuseReferral(Response.FORBIDDEN);
            return;
        }
        setReferrer(event.leg());
        if (event.replaced() == null) {
            referTo(agent.get().device(), event.target());
        } else {
            joinWith(event.replaced(), agent.get().device(), event.target());
        }
    }

    /** Somebody is to be rung, or a place of ours is to have the customer. */
    final void referTo(String device, String target) {
        String place = placeOf(target);
        ServiceRequest request = place == null
                ? new ServiceRequest(Service.CONSULT, device, target, null, PhoneReply.BY_NOTIFY)
                : new ServiceRequest(Service.SINGLE_STEP_TRANSFER, device, place, null, PhoneReply.BY_NOTIFY);
        onServiceRequest(request, null);
    }

    /** The phone talks with the target already, in another call of its own. */
    abstract void joinWith(ReplacedDialog other, String device, String target);

    /** Tells the phone that nothing comes of what it asked for. */
    final void rejectReferral(int status) {
        referrer().ifPresent(LegSbbLocal::acceptReferral);
        endReferral(status);
    }

    /** Tells the phone whether what it asked for is being done. */
    final void answerReferral(Refusal refusal) {
        referrer().ifPresent(LegSbbLocal::acceptReferral);
        if (refusal != null) {
            endReferral(refusal.cause().sipStatus());
        } else if (getReferrer() != null) {
            setReferred(getConversation().consulted());
        }
    }

    @Override
    final void beforeForward() {
        setDeflected(false);
        referrer().ifPresent(LegSbbLocal::acceptReferral);
        endReferral(Response.OK);
    }

    @Override
    final void partyRings(LegId leg) {
        if (leg.equals(getReferred())) {
            referrer().ifPresent(phone -> phone.tellReferral(Response.RINGING));
        }
    }

    @Override
    final Conversation handedOver(Conversation next, LegId answered) {
        setDeflected(false);
        if (!answered.equals(getReferred()) || !answered.equals(next.consulted())) {
            return next;
        }
        endReferral(Response.OK);
        return next.transfer().after();
    }

    @Override
    final void partyGone(LegId leg, Cause cause) {
        if (leg.equals(getReferred())) {
            endReferral(cause.sipStatus());
        } else if (leg.equals(getReferrer())) {
            forgetReferral();
        }
    }

    final void endReferral(int status) {
        referrer().ifPresent(phone -> phone.tellReferral(status));
        forgetReferral();
    }

    private void forgetReferral() {
        setReferrer(null);
        setReferred(null);
    }

    final Optional<LegSbbLocal> referrer() {
        return Optional.ofNullable(getReferrer()).flatMap(this::leg);
    }
}
