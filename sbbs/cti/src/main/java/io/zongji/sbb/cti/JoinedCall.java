package io.zongji.sbb.cti;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.conversation.Party;
import io.zongji.domain.conversation.PartyRole;
import io.zongji.domain.conversation.PartyState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Step;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.AgentMoved;
import io.zongji.sbb.events.LegDenied;
import io.zongji.sbb.events.LegGiven;
import io.zongji.sbb.events.LegInTransit;
import io.zongji.sbb.events.LegResumed;
import io.zongji.sbb.events.LegTaken;
import io.zongji.sbb.events.LegWanted;
import io.zongji.sbb.events.ReplacedDialog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerID;

/**
 * The part of a call that becomes one with another when a phone that is in both leaves them (REFER with {@code Replaces},
 * RFC 3891). The call that the phone made for it gives the leg of the one it called to the customer's call, and ends; in
 * whichever of the two the phone has sent its REFER.
 */
public abstract class JoinedCall extends MadeCall {

    /** How long the two calls may take to agree, of which a phone that has to be told of a new address needs most. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Another call was asked for a leg: the number that the phone wants, as it wrote it. Null when none was. */
    public abstract String getLegTarget();

    public abstract void setLegTarget(String target);

    /** The call that wants our leg, which cannot be given before its media is where that call's is; else null. */
    public abstract CallId getWantedBy();

    public abstract void setWantedBy(CallId call);

    /** Ends the patience with the other call; null when nothing is expected of one. */
    public abstract TimerID getJoinTimer();

    public abstract void setJoinTimer(TimerID timer);

    public abstract void fireLegWanted(LegWanted event, ActivityContextInterface activity, Address address);

    public abstract void fireLegGiven(LegGiven event, ActivityContextInterface activity, Address address);

    public abstract void fireLegDenied(LegDenied event, ActivityContextInterface activity, Address address);

    public abstract void fireLegTaken(LegTaken event, ActivityContextInterface activity, Address address);

    public abstract void fireAgentMoved(AgentMoved event, ActivityContextInterface activity, Address address);

    // The call that the customer is in

    /**
     * The REFER is answered only when the other call has: phones hang up their own call as soon as it is, and must find
     * nothing there to end.
     */
    @Override
    final void joinWith(ReplacedDialog other, String device, String target) {
        Refusal refusal = getConversation().consult(newcomer(target, null)).refusal();
        if (refusal != null) {
            rejectReferral(refusal.cause().sipStatus());
            return;
        }
        callOf(other)
                .ifPresentOrElse(
                        call -> {
                            setLegTarget(target);
                            setJoinTimer(startTimer(PATIENCE));
                            fireLegWanted(new LegWanted(callId(), other, device), call, null);
                        },
                        () -> rejectReferral(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST));
    }

    private Party newcomer(String device, AgentId agent) {
        LegId next = LegId.of(callId(), getLegCount() + 1);
        return new Party(next, PartyRole.COLLEAGUE, PartyState.ALERTING, device, agent, false, null);
    }

    /** The phone need not wait: whom it leaves behind hears music until the other is there. */
    @Override
    final boolean isLegAwaited() {
        return getLegTarget() != null;
    }

    public void onLegGiven(LegGiven event, ActivityContextInterface activity) {
        boolean tooLate = !isLegAwaited() || getPhase() != CallPhase.TALKING;
        setLegTarget(null);
        setJoinTimer(null);
        Party newcomer = newcomer(event.device(), event.agent());
        Step step = tooLate ? null : getConversation().consult(newcomer);
        if (step == null || step.refusal() != null) {
            // The customer has left in this moment, or somebody else is being consulted by now.
            deny(event.from(), Response.TEMPORARILY_UNAVAILABLE);
            rejectReferral(Response.TEMPORARILY_UNAVAILABLE);
            return;
        }
        callOf(event.from()).ifPresent(giver -> fireLegTaken(new LegTaken(), giver, null));
        if (event.agent() != null) {
            AgentMoved moved = new AgentMoved(event.agent(), event.from(), callId());
            toAcd(acd -> fireAgentMoved(moved, acd, null));
        }
        LegId leg = nextLeg();
        writeInitiated(newcomer);
        write(CallEventType.ESTABLISHED, leg, Map.of());
        takeLeg(leg, event.leg());
        referrer().ifPresent(LegSbbLocal::acceptReferral);
        endReferral(Response.OK);
        goOn(step.after().connected(leg).transfer().after());
    }

    public void onLegWanted(LegWanted event, ActivityContextInterface activity) {
        boolean phones = leg(getAgentLegId())
                .filter(phone -> phone.isDialog(event.dialog()))
                .isPresent();
        if (isLegAwaited()) {
            wantedInstead(event);
        } else if (phones && isPhonesOwn(event.device())) {
            wanted(event);
        } else if (phones && isCustomers(event.device())) {
            wantInstead(event);
        } else {
            deny(event.by(), Response.FORBIDDEN);
        }
    }

    /** The phone has dialled this call itself. */
    private boolean isPhonesOwn(String device) {
        return getDialling() != null
                && getDialling().device().equals(device)
                && getDialling().byPhone();
    }

    private boolean isCustomers(String device) {
        return getPhase() == CallPhase.TALKING
                && getConversation()
                        .agent()
                        .filter(agent -> agent.device().equals(device))
                        .isPresent();
    }

    /** The phone has sent its REFER in the call that it has made: that one is to give, and not the customer's. */
    private void wantInstead(LegWanted event) {
        // Who comes is not known yet: nobody of those who are here.
        Party somebody = newcomer(event.by().value(), null);
        Refusal refusal = getConversation().consult(somebody).refusal();
        Optional<ActivityContextInterface> other = callOf(event.by());
        if (refusal != null) {
            deny(event.by(), refusal.cause().sipStatus());
        } else if (other.isPresent()) {
            setLegTarget("");
            setJoinTimer(startTimer(PATIENCE));
            fireLegWanted(new LegWanted(callId(), event.dialog(), event.device()), other.get(), null);
        }
    }

    // The call that the phone has made

    /** The call that was asked for its leg would rather have ours. Two that ask each other at once go on with one of them. */
    private void wantedInstead(LegWanted event) {
        if (isPhonesOwn(event.device())) {
            setLegTarget(null);
            setJoinTimer(null);
            wanted(event);
        }
    }

    private void wanted(LegWanted event) {
        if (getPhase() == CallPhase.DIALLING) {
            end(Cause.CANCELLED, CallEventData.ROLE_AGENT);
            deny(event.by(), LegDenied.RINGS);
            finishWhenEmpty();
        } else if (getPhase() != CallPhase.TALKING
                || getConversation().parties().size() != 2) {
            deny(event.by(), Response.BUSY_HERE);
            rejectJoin(Response.BUSY_HERE);
        } else if (called().follow(event.by())) {
            give(event.by());
        } else {
            setWantedBy(event.by());
        }
    }

    /** The call that one of our phones has made in this dialog; empty when there is none, or it is over. */
    private Optional<ActivityContextInterface> callOf(ReplacedDialog dialog) {
        return dialog.tags().stream()
                .flatMap(tag -> activities().find(ActivityNames.dialog(dialog.callId(), tag)).stream())
                .findFirst();
    }

    private Optional<ActivityContextInterface> callOf(CallId id) {
        return activities().find(ActivityNames.call(id));
    }

    final void deny(CallId other, int status) {
        callOf(other).ifPresent(call -> fireLegDenied(new LegDenied(status), call, null));
    }

    private OutgoingLegSbbLocal called() {
        return (OutgoingLegSbbLocal) leg(getCustomerLegId()).orElseThrow();
    }

    private void give(CallId other) {
        setWantedBy(null);
        Optional<ActivityContextInterface> taker = callOf(other);
        if (taker.isEmpty()) {
            return;
        }
        NetworkConnection voice = customerConnection();
        LegInTransit given = called().give();
        if (given == null) {
            deny(other, Response.REQUEST_PENDING);
            rejectJoin(Response.REQUEST_PENDING);
            return;
        }
        referrer().ifPresent(LegSbbLocal::acceptReferral);
        endReferral(Response.OK);
        Wiring.NONE.replace(getWiring(), Map.of(voice.id(), voice), sound -> List.of());
        Party called = getConversation().party(getCustomerLegId()).orElseThrow();
        fireLegGiven(new LegGiven(callId(), given, called.device(), called.agent()), taker.get(), null);
        setJoinTimer(startTimer(PATIENCE));
        // Who was called goes on there, also for the ACD.
        setDialling(getDialling().without(called.agent()));
        setConversation(getConversation().left(called.leg()));
        end(Cause.NORMAL, CallEventData.ROLE_AGENT);
    }

    /** The phone has asked in this call, unless it waits for somebody whom it wants to be rung. */
    private void rejectJoin(int status) {
        if (getReferred() == null) {
            rejectReferral(status);
        }
    }

    /** The leg's media has come to where the other call's is. */
    @Override
    public void onLegResumed(LegResumed event, ActivityContextInterface activity) {
        super.onLegResumed(event, activity);
        CallId wanted = getWantedBy();
        if (wanted != null && event.leg().equals(getCustomerLegId()) && getPhase() == CallPhase.TALKING) {
            give(wanted);
        }
    }

    /** A leg that is gone cannot be given any more. */
    final void giveNoMore() {
        if (getWantedBy() != null) {
            deny(getWantedBy(), Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
            setWantedBy(null);
        }
    }

    public void onLegTaken(LegTaken event, ActivityContextInterface activity) {
        setJoinTimer(null);
        called().taken();
    }

    private void takeBack() {
        called().takeBack();
        giveBack(agentAt(getDialling().target()).orElse(null), false);
    }

    @Override
    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (event.getTimerID().equals(getJoinTimer())) {
            onLegDenied(new LegDenied(Response.REQUEST_TIMEOUT), activity);
        } else {
            super.onTimer(event, activity);
        }
    }

    // Both

    public void onLegDenied(LegDenied event, ActivityContextInterface activity) {
        boolean given = getJoinTimer() != null && !isLegAwaited();
        String target = getLegTarget();
        setLegTarget(null);
        setJoinTimer(null);
        if (given) {
            takeBack();
        } else if (target != null && getPhase() == CallPhase.TALKING) {
            notJoined(target, event.status());
        }
    }

    private void notJoined(String target, int status) {
        Optional<Party> phone = Optional.ofNullable(getReferrer()).flatMap(getConversation()::party);
        if (getConversation().agent().isEmpty()) {
            end(Cause.NORMAL, CallEventData.ROLE_AGENT); // the phone has not waited
            finishWhenEmpty();
        } else if (phone.isPresent() && status == LegDenied.RINGS) {
            // Whom the phone has not talked with yet is rung for this call instead.
            referTo(phone.get().device(), target);
        } else {
            rejectReferral(status);
        }
    }
}
