package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.call.AttachedData;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.AdmissionDecision;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.sbb.events.AttachRequest;
import io.zongji.sbb.events.ConversationEnded;
import io.zongji.sbb.events.EngagementDecided;
import io.zongji.sbb.events.FlowEnded;
import io.zongji.sbb.events.LegAlerting;
import io.zongji.sbb.events.LegConnected;
import io.zongji.sbb.events.LegReleased;
import io.zongji.sbb.events.LegWanted;
import io.zongji.sbb.events.MakeCallOrder;
import io.zongji.sbb.events.ReleaseRequest;
import io.zongji.sbb.events.ServiceRequest;
import io.zongji.sbb.events.TaskWithdrawn;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sip.RequestEvent;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.InitialEventSelector;
import javax.slee.RolledBackContext;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerID;

/**
 * One call, from the INVITE until its last leg is gone. It owns the legs, leads the caller through flow and queue to an
 * agent, joins and records them. Everything that concerns the call happens on the call's own activity, so nothing here
 * runs twice at a time. Arrival, flow and end are here; the wait is in {@link QueuedCall}, the agent in
 * {@link OfferedCall}.
 */
public abstract class CallSbb extends JoinedCall {

    /** How long a call that failed waits for its recordings, so that their ends are in the journal. */
    private static final Duration RECORDINGS_CLOSE = Duration.ofSeconds(5);

    /** Closes a call of which nobody knows what is left; null unless a step of it failed. */
    public abstract TimerID getLastTimer();

    public abstract void setLastTimer(TimerID timer);

    /** All that is dialled, but for codes. */
    public InitialEventSelector selectCall(InitialEventSelector selector) {
        selector.setInitialEvent(!Reception.dialsCode((RequestEvent) selector.getEvent()));
        selector.setActivityContextSelected(true);
        return selector;
    }

    /** A call comes in. */
    public void onInvite(RequestEvent invite, ActivityContextInterface transaction) {
        transaction.detach(context().getSbbLocalObject());
        AdmissionDecision decision = reception().decide(invite);
        if (decision instanceof AdmissionDecision.ToFlow welcome) {
            admit(invite, transaction, welcome);
        } else if (decision instanceof AdmissionDecision.ToExtension inside) {
            dialledByPhone(
                    invite,
                    transaction,
                    inside.caller().number(),
                    inside.called().number());
        } else if (decision instanceof AdmissionDecision.ToOutside outside) {
            dialledByPhone(invite, transaction, outside.caller().number(), outside.number());
        } else {
            InviteRefusal refusal = InviteRefusal.of(decision);
            if (refusal.recorded()) {
                recordRefusal(invite, refusal);
            }
            reception().refuse(invite, refusal);
        }
    }

    private void admit(RequestEvent invite, ActivityContextInterface transaction, AdmissionDecision.ToFlow welcome) {
        beginCall();
        setFlow(welcome.flow());
        setCustomerNumber(welcome.caller());
        setOwnNumber(welcome.dialled());
        LegId leg = nextLeg();
        setCustomerLegId(leg);
        writeArrival(leg, reception().arrival(invite, welcome.caller(), welcome.dialled(), welcome.trunk()));
        setOpenLegs(1);
        createIncomingLeg().accept(leg, invite, welcome.trunk(), transaction, getOwnActivity());
    }

    private void recordRefusal(RequestEvent invite, InviteRefusal refusal) {
        beginCall();
        LegId leg = nextLeg();
        writeArrival(leg, reception().arrival(invite, refusal.caller(), refusal.dialled(), refusal.trunk()));
        write(
                CallEventType.FAILED,
                leg,
                Map.of(CallEventData.CAUSE, refusal.cause().code()));
        write(CallEventType.CONNECTION_CLEARED, leg, cleared(refusal.cause(), CallEventData.SYSTEM));
        closeCall(refusal.cause(), CallEventData.SYSTEM);
    }

    private void writeArrival(LegId leg, Map<String, String> data) {
        write(CallEventType.SERVICE_INITIATED, leg, data);
        write(CallEventType.ORIGINATED, leg, Map.of(CallEventData.DIALLED, data.get(CallEventData.DIALLED)));
    }

    public void onLegAlerting(LegAlerting event, ActivityContextInterface activity) {
        if (event.early()) {
            calledIsHeard(event.leg());
        } else {
            write(
                    CallEventType.DELIVERED,
                    event.leg(),
                    event.answerable() ? Map.of(CallEventData.ANSWERABLE, "true") : wayTo(event.leg()));
        }
        if (getPhase() == CallPhase.TALKING) {
            partyRings(event.leg());
        }
    }

    public void onLegConnected(LegConnected event, ActivityContextInterface activity) {
        writeAnswered(event.leg());
        if (hasMoved(event.leg())) {
            return;
        }
        if (getPhase() == CallPhase.DIALLING) {
            dialledLegConnected(event.leg());
            return;
        }
        boolean caller = event.leg().equals(getCustomerLegId()) && getPhase() == CallPhase.ADMITTED;
        boolean agent = event.leg().equals(getAgentLegId()) && getPhase() == CallPhase.OFFERED;
        if (caller || agent) {
            write(CallEventType.ESTABLISHED, event.leg(), Map.of());
        }
        if (caller) {
            startFlow();
        } else if (agent) {
            agentAnswered();
        } else if (getPhase() == CallPhase.TALKING) {
            partyConnected(event.leg());
            takeOverIfAsked(event.leg());
        }
    }

    @Override
    final void startFlow() {
        ActivityContextInterface media = mediaOf(getCustomerLegId());
        if (media == null) {
            return; // the caller is gone already, and its LegReleased on the way
        }
        setPhase(CallPhase.IN_FLOW);
        createIvr().start(getFlow(), getCustomerLegId(), media, getOwnActivity());
    }

    public void onFlowEnded(FlowEnded event, ActivityContextInterface activity) {
        if (getPhase() != CallPhase.IN_FLOW || customerConnection() == null) {
            return;
        }
        if (event.result() == FlowEnded.Result.HANG_UP) {
            end(event.cause(), CallEventData.SYSTEM);
            return;
        }
        setQueue(event.queue());
        setPriority(event.priority());
        setNode(event.node());
        setWaitingSince(now());
        mediaOf(getCustomerLegId()).attach(context().getSbbLocalObject());
        submitTask();
    }

    public void onLegReleased(LegReleased event, ActivityContextInterface activity) {
        setOpenLegs(getOpenLegs() - 1);
        Map<String, String> data = new HashMap<>(cleared(event.cause(), releasedBy(event)));
        if (event.quality() != null) {
            data.putAll(event.quality().data());
        }
        write(CallEventType.CONNECTION_CLEARED, event.leg(), data);
        leg(event.leg()).map(LegSbbLocal::borrowedMedia).ifPresent(this::partFrom);
        moveFails(event);
        if (getPhase() == CallPhase.DIALLING) {
            dialledLegReleased(event);
        } else if (event.leg().equals(getCustomerLegId())) {
            end(event.cause(), releasedBy(event));
        } else if (getPhase() == CallPhase.TALKING) {
            leftOrMoves(event);
        } else if (event.leg().equals(getAgentLegId())) {
            agentLegReleased(event);
        }
        finishWhenEmpty();
    }

    private void agentLegReleased(LegReleased event) {
        switch (getPhase()) {
            // Who hangs up before being connected does not want the call.
            case OFFERED -> offerFailed(event.cause() == Cause.NORMAL ? Cause.DECLINED : event.cause());
            case CONFIRMING, ANNOUNCING -> backToQueue(event.cause());
            default -> end(event.cause(), releasedBy(event));
        }
    }

    @Override
    final String releasedBy(LegReleased event) {
        if (!event.byPeer() && !event.leg().equals(getLeavingLeg())) {
            return CallEventData.SYSTEM;
        }
        return event.leg().equals(getCustomerLegId()) ? CallEventData.ROLE_CALLER : CallEventData.ROLE_AGENT;
    }

    public void onReleaseRequest(ReleaseRequest event, ActivityContextInterface activity) {
        log().info("Call {} is ended by {}", callId(), event.requestedBy());
        end(event.cause(), CallEventData.SYSTEM);
        finishWhenEmpty();
    }

    /** What is attached goes along with the call by being told of it: nobody here needs to know it. */
    public void onAttachRequest(AttachRequest request, ActivityContextInterface activity) {
        boolean over = getPhase() == CallPhase.CLOSED;
        if (!over) {
            write(CallEventType.DATA_ATTACHED, null, AttachedData.details(request.data()));
        }
        request.reply().done(over ? Refusal.NO_SUCH_CALL : null);
    }

    /** Ends the call: the ACD is told, and every leg that is still there is released. Idempotent. */
    @Override
    final void end(Cause cause, String releasedBy) {
        CallPhase phase = getPhase();
        if (phase == CallPhase.ENDING || phase == CallPhase.CLOSED) {
            return;
        }
        setPhase(CallPhase.ENDING);
        setEnd(cause, releasedBy);
        giveNoMore();
        switch (phase) {
            case WAITING, OFFERED -> toAcd(acd -> fireTaskWithdrawn(new TaskWithdrawn(getTask()), acd, null));
            case TALKING -> giveBackAll();
            case CONFIRMING, ANNOUNCING ->
                toAcd(acd -> {
                    fireConversationEnded(new ConversationEnded(getTask(), getAgent(), callId(), true), acd, null);
                    // An answer that the ACD did not accept leaves the task waiting.
                    fireTaskWithdrawn(new TaskWithdrawn(getTask()), acd, null);
                });
            case IN_FLOW -> stopIvr();
            default -> log().debug("Call {} ends before its flow", callId());
        }
        if (getDialling() != null) {
            giveBackDialling(); // the called colleague may have been waiting since in a queue
        }
        stopRecording();
        legs().forEach(leg -> leg.release(cause));
    }

    /**
     * A step of the call failed and was taken back: nobody knows what the parties saw of it, so the call ends, and its
     * record with it, whatever was counted before.
     */
    @Override
    public void sbbRolledBack(RolledBackContext context) {
        if (context.getEvent() instanceof MakeCallOrder order) {
            order.reply().done(null, Refusal.UNAVAILABLE);
        }
        if (context.getEvent() instanceof LegWanted wanted) {
            deny(wanted.by(), Response.SERVER_INTERNAL_ERROR);
        }
        ActivityContextInterface own = getOwnActivity();
        if (own == null || own.isEnding() || getPhase() == CallPhase.CLOSED) {
            return;
        }
        log().error("Call {} could not handle {} and is ended", callId(), context.getEvent());
        if (context.getEvent() instanceof ServiceRequest request) {
            request.reply().done(Refusal.UNAVAILABLE);
        } else if (context.getEvent() instanceof EngagementDecided decided) {
            decided.request().reply().done(Refusal.UNAVAILABLE);
            giveBack(decided.granted() ? decided.agent() : null, false);
        }
        end(Cause.TEMPORARY_FAILURE, CallEventData.SYSTEM);
        if (getOpenRecordings() == 0) {
            closeCall(getEndCause(), getReleasedBy());
        } else {
            setLastTimer(startTimer(RECORDINGS_CLOSE));
        }
    }

    @Override
    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (!event.getTimerID().equals(getLastTimer())) {
            super.onTimer(event, activity);
        } else if (getPhase() == CallPhase.ENDING) {
            closeCall(getEndCause(), getReleasedBy());
        }
    }

    @Override
    final void finishWhenEmpty() {
        if (getPhase() == CallPhase.ENDING && getOpenLegs() == 0 && getOpenRecordings() == 0) {
            closeCall(getEndCause(), getReleasedBy());
        }
    }
}
