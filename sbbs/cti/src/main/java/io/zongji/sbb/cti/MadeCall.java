package io.zongji.sbb.cti;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.call.Direction;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.QueueMembership;
import io.zongji.domain.conversation.Party;
import io.zongji.domain.conversation.PartyRole;
import io.zongji.domain.conversation.PartyState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.PlayRequest;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.EngagementDecided;
import io.zongji.sbb.events.LegReleased;
import io.zongji.sbb.events.MakeCallOrder;
import io.zongji.sbb.events.ServiceRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sip.RequestEvent;
import javax.sip.header.FromHeader;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerID;

/**
 * The part of a call in which one of ours calls somebody, inside or outside. Who asks at the desk has the own phone rung
 * first; who dials at the phone hears ringing until the other answers. From then on it is a call like any other, of which
 * the called party is the customer.
 */
public abstract class MadeCall extends HandsetCall {

    private static final Duration LONGEST_RING = Duration.ofSeconds(60);
    /** For so long is heard that the other cannot be reached. */
    private static final Duration FAILURE_TONE = Duration.ofSeconds(3);

    private static final PlayRequest RINGBACK = PlayRequest.looped("ringback", List.of("tone:ringback"));
    private static final PlayRequest BUSY = PlayRequest.looped("busy", List.of("tone:busy"));

    /** Null for a call that came to us. */
    public abstract Dialling getDialling();

    public abstract void setDialling(Dialling dialling);

    /** Ends the ringing, or the tone that tells of its failure. */
    public abstract TimerID getDialTimer();

    public abstract void setDialTimer(TimerID timer);

    /** Why the other cannot be reached, while the caller hears so; else null. */
    public abstract Cause getDialFailure();

    public abstract void setDialFailure(Cause cause);

    /** The desk asks: the own phone rings first, and answers by itself if it can. */
    public void onMakeCallOrder(MakeCallOrder order, ActivityContextInterface activity) {
        activity.detach(context().getSbbLocalObject());
        String target = configuration().devices().addressOf(order.target());
        Refusal refusal = refusalToCall(order.device(), target);
        if (refusal == null && phoneAt(order.device(), target).isEmpty()) {
            refusal = Refusal.DEVICE_UNREACHABLE;
        }
        if (refusal != null) {
            order.reply().done(null, refusal);
            return;
        }
        CallId call = beginDialling(order.device(), target, order.caller(), false);
        // A pooled object may serve another call when the answer is given: it keeps nothing of this one.
        MakeCallOrder.Reply reply = order.reply();
        engageCaller(new ServiceRequest(
                Service.MAKE_CALL, order.device(), target, null, no -> reply.done(no == null ? call : null, no)));
    }

    /** The phone asks. */
    final void dialledByPhone(RequestEvent invite, ActivityContextInterface transaction, String phone, String dialled) {
        String caller = configuration().devices().callerAt(phone);
        String target = configuration().devices().addressOf(dialled);
        beginDialling(caller, target, null, true);
        LegId leg = nextLeg();
        setAgentLegId(leg);
        Map<String, String> data = new HashMap<>(reception().arrival(invite, caller, target, null));
        data.put(CallEventData.DIRECTION, getDialling().direction().code());
        data.put(CallEventData.ROLE, CallEventData.ROLE_AGENT);
        putAgent(data, agentAt(caller));
        write(CallEventType.SERVICE_INITIATED, leg, data);
        write(CallEventType.ORIGINATED, leg, Map.of(CallEventData.DIALLED, target));
        setOpenLegs(1);
        createIncomingLeg().ring(leg, invite, transaction, getOwnActivity());
        // By which the phone can name the call in another.
        String tag = ((FromHeader) invite.getRequest().getHeader(FromHeader.NAME)).getTag();
        activities().nameIfFree(getOwnActivity(), ActivityNames.dialog(data.get(CallEventData.SIP_CALL_ID), tag));
        if (getPhase() == CallPhase.DIALLING) {
            engageCaller(new ServiceRequest(Service.MAKE_CALL, caller, target, null, PhoneReply.BY_SOUND));
        }
    }

    private Refusal refusalToCall(String device, String target) {
        if (device.equals(target)) {
            return Refusal.ALREADY_IN_CALL;
        } else if (configuration().extension(target).isPresent()) {
            return phoneAt(target, device).isEmpty() ? Refusal.DEVICE_UNREACHABLE : null;
        }
        return configuration().trunkTo(target).isEmpty() ? Refusal.NO_SUCH_DEVICE : null;
    }

    private CallId beginDialling(String device, String target, String shown, boolean byPhone) {
        CallId call = beginCall();
        setPhase(CallPhase.DIALLING);
        boolean inside = configuration().extension(target).isPresent();
        setDialling(new Dialling(device, target, shown, byPhone, inside ? Direction.INTERNAL : Direction.OUTBOUND));
        setCustomerNumber(target);
        setOwnNumber(usualNumber().isEmpty() ? device : usualNumber());
        setNode("");
        Optional<Agent> agent = configuration().agentByExtension(device);
        setAgent(agent.map(Agent::id).orElse(null));
        // The rules of the first queue of the one who calls hold for music, recording and the time of ringing.
        agent.flatMap(caller -> caller.queues().stream().findFirst())
                .map(QueueMembership::queue)
                .ifPresent(this::setQueue);
        return call;
    }

    private void engageCaller(ServiceRequest request) {
        if (getAgent() == null) {
            callerIsReady(request);
        } else {
            engage(getAgent(), getDialling().byPhone(), request);
        }
    }

    @Override
    public void onEngagementDecided(EngagementDecided event, ActivityContextInterface activity) {
        if (getPhase() != CallPhase.DIALLING) {
            super.onEngagementDecided(event, activity);
            return;
        }
        if (event.granted()) {
            setDialling(getDialling().with(event.agent()));
        }
        boolean caller = event.agent().equals(getAgent());
        if (caller && (event.granted() || getDialling().byPhone())) {
            // Whoever dials at the phone is there to talk, also when the ACD could not take note of it.
            callerIsReady(event.request());
        } else if (caller) {
            giveUp();
            answer(event.request(), Refusal.DEVICE_BUSY);
        } else if (event.granted()) {
            ringTarget();
        } else {
            targetFailed(Cause.BUSY, CallEventData.SYSTEM);
        }
    }

    @Override
    final void cannotEngage(ServiceRequest request) {
        if (getPhase() != CallPhase.DIALLING) {
            super.cannotEngage(request);
        } else if (getAgentLegId() == null) {
            giveUp();
            answer(request, Refusal.UNAVAILABLE);
        } else {
            targetFailed(Cause.TEMPORARY_FAILURE, CallEventData.SYSTEM);
        }
    }

    private void callerIsReady(ServiceRequest request) {
        if (getDialling().byPhone()) {
            engageTarget();
            return;
        }
        Optional<Destination> phone = phoneAt(request.device(), request.target());
        if (phone.isEmpty()) {
            giveUp();
            answer(request, Refusal.DEVICE_UNREACHABLE);
            return;
        }
        LegId leg = nextLeg();
        setAgentLegId(leg);
        Map<String, String> data = new HashMap<>();
        data.put(CallEventData.DIRECTION, getDialling().direction().code());
        data.put(CallEventData.ROLE, CallEventData.ROLE_AGENT);
        data.put(CallEventData.CALLER, getDialling().device());
        data.put(CallEventData.DIALLED, getDialling().target());
        data.put(CallEventData.PARTY, request.device());
        putAgent(data, Optional.ofNullable(getAgent()));
        write(CallEventType.SERVICE_INITIATED, leg, data);
        write(CallEventType.ORIGINATED, leg, Map.of(CallEventData.DIALLED, request.target()));
        ring(leg, phone.get().answeringItself());
        answer(request, null);
    }

    private static void putAgent(Map<String, String> data, Optional<AgentId> agent) {
        agent.ifPresent(id -> data.put(CallEventData.AGENT, id.value()));
    }

    private void ring(LegId leg, Destination phone) {
        setDialTimer(startTimer(LONGEST_RING));
        dial(leg, phone, connectionOf(getAgentLegId()));
    }

    @Override
    final Party customer() {
        Dialling made = getDialling();
        String device = made == null ? "" : made.target();
        AgentId agent = agentAt(device)
                .filter(id -> made != null && made.engaged().contains(id))
                .orElse(null);
        return new Party(getCustomerLegId(), PartyRole.CUSTOMER, PartyState.CONNECTED, device, agent, false, null);
    }

    @Override
    final String agentsDevice() {
        return getAgent() == null ? getDialling().device() : deviceOf(getAgent());
    }

    /** Nothing has happened yet, so there is nothing to tell of it. */
    private void giveUp() {
        giveBackDialling();
        forgetCall();
    }

    /** A phone is there. */
    final void dialledLegConnected(LegId leg) {
        write(CallEventType.ESTABLISHED, leg, wayTo(leg));
        boolean callers = leg.equals(getAgentLegId());
        if (callers && getCustomerLegId() == null) {
            engageTarget();
        } else if (callers || !getDialling().byPhone()) {
            setDialTimer(null);
            stopTone();
            converse();
        } else {
            leg(getAgentLegId()).ifPresent(caller -> ((IncomingLegSbbLocal) caller).answer());
        }
    }

    private void engageTarget() {
        NetworkConnection caller = connectionOf(getAgentLegId());
        if (caller != null && !getDialling().byPhone()) {
            caller.player().play(RINGBACK);
        }
        ServiceRequest request = new ServiceRequest(
                Service.MAKE_CALL, getDialling().device(), getDialling().target(), null, PhoneReply.BY_SOUND);
        agentAt(getDialling().target()).ifPresentOrElse(agent -> engage(agent, false, request), this::ringTarget);
    }

    private void ringTarget() {
        String target = getDialling().target();
        Optional<Destination> phone = getDialling().direction() == Direction.INTERNAL
                ? phoneAt(target, getDialling().device())
                : outside(target, getDialling().shown(), getOwnNumber());
        if (phone.isEmpty()) {
            targetFailed(Cause.UNREACHABLE, CallEventData.SYSTEM);
            return;
        }
        LegId leg = nextLeg();
        setCustomerLegId(leg);
        Map<String, String> data = new HashMap<>();
        data.put(CallEventData.ROLE, CallEventData.ROLE_CALLER);
        data.put(CallEventData.PARTY, target);
        if (phone.get().way() != null) {
            data.put(CallEventData.TRUNK, phone.get().way().trunk());
            data.put(CallEventData.CALLER, phone.get().callerUser());
        }
        putAgent(data, agentAt(target));
        write(CallEventType.SERVICE_INITIATED, leg, data);
        ring(leg, phone.get());
    }

    /** The called party's network says what it has to say: nothing of ours is heard over it. */
    final void calledIsHeard(LegId leg) {
        NetworkConnection caller = connectionOf(getAgentLegId());
        NetworkConnection called = connectionOf(leg);
        boolean listens = getPhase() == CallPhase.DIALLING
                && leg.equals(getCustomerLegId())
                && !getDialling().byPhone();
        if (listens && caller != null && called != null) {
            caller.player().stop();
            called.join(NetworkConnection.Direction.SEND, caller);
        }
    }

    /** One of the two is gone before both were there. */
    final void dialledLegReleased(LegReleased event) {
        if (getDialFailure() != null) {
            end(getDialFailure(), CallEventData.SYSTEM);
        } else if (event.leg().equals(getCustomerLegId())) {
            targetFailed(event.cause(), releasedBy(event));
        } else {
            end(event.cause(), releasedBy(event));
        }
    }

    /** Who hears already is told by a tone; a phone that rings shows it. */
    private void targetFailed(Cause cause, String releasedBy) {
        NetworkConnection caller = connectionOf(getAgentLegId());
        if (getDialling().byPhone() || caller == null) {
            end(cause, releasedBy);
            return;
        }
        write(CallEventType.FAILED, null, Map.of(CallEventData.CAUSE, cause.code()));
        setDialFailure(cause);
        caller.player().play(BUSY);
        setDialTimer(startTimer(FAILURE_TONE));
    }

    private void stopTone() {
        NetworkConnection caller = connectionOf(getAgentLegId());
        if (caller != null) {
            caller.player().stop();
        }
    }

    /** The one who calls may give up, and the one who is called decline; all else needs somebody to talk with. */
    @Override
    public void onServiceRequest(ServiceRequest request, ActivityContextInterface activity) {
        boolean leaves = getPhase() == CallPhase.DIALLING && request.service() == Service.CLEAR_CONNECTION;
        LegId called = getCustomerLegId();
        if (leaves && called != null && request.device().equals(getDialling().target())) {
            answer(request, null);
            setLeavingLeg(called);
            leg(called).ifPresent(leg -> leg.release(Cause.DECLINED));
        } else if (leaves && request.device().equals(getDialling().device())) {
            answer(request, null);
            boolean failed = getDialFailure() != null;
            end(failed ? getDialFailure() : Cause.CANCELLED, failed ? CallEventData.SYSTEM : CallEventData.ROLE_AGENT);
        } else {
            super.onServiceRequest(request, activity);
        }
    }

    @Override
    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (!event.getTimerID().equals(getDialTimer())) {
            super.onTimer(event, activity);
        } else if (getPhase() == CallPhase.DIALLING && getDialFailure() != null) {
            end(getDialFailure(), CallEventData.SYSTEM);
        } else if (getPhase() == CallPhase.DIALLING) {
            LegId rings = getCustomerLegId() == null ? getAgentLegId() : getCustomerLegId();
            leg(rings).ifPresent(leg -> leg.release(Cause.NO_ANSWER));
        }
    }

    /** The ACD may offer both of them calls again. Who called somebody in vain has that to write up. */
    final void giveBackDialling() {
        boolean called = getCustomerLegId() != null;
        getDialling().engaged().forEach(agent -> giveBack(agent, called && agent.equals(getAgent())));
    }
}
