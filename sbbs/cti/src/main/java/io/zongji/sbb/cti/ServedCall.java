package io.zongji.sbb.cti;

import io.zongji.domain.AgentId;
import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.Agent;
import io.zongji.domain.conversation.Conversation;
import io.zongji.domain.conversation.Party;
import io.zongji.domain.conversation.PartyRole;
import io.zongji.domain.conversation.PartyState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.Step;
import io.zongji.domain.conversation.SupervisorMode;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.sbb.events.AgentEngaged;
import io.zongji.sbb.events.EngagementDecided;
import io.zongji.sbb.events.ServiceRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerID;

/** The part of a call that agents and supervisors ask for services: hold, consult, transfer, join and so on. */
public abstract class ServedCall extends ForwardedCall {

    /** How long a phone outside rings; one of ours rings as long as the queue offers a call. */
    private static final Duration OUTSIDE_RING = Duration.ofSeconds(60);

    /** The phones that ring for services, by the timers that end it. */
    public abstract HashMap<TimerID, LegId> getRings();

    public abstract void setRings(HashMap<TimerID, LegId> rings);

    /** The phone of a supervisor who takes the call over as soon as it is answered; null when there is none. */
    public abstract LegId getIntercepting();

    public abstract void setIntercepting(LegId leg);

    public abstract void fireAgentEngaged(AgentEngaged event, ActivityContextInterface activity, Address address);

    public void onServiceRequest(ServiceRequest request, ActivityContextInterface activity) {
        if (request.service() == Service.RELEASE) {
            end(Cause.RELEASED, CallEventData.SYSTEM);
            answer(request, null);
            finishWhenEmpty();
        } else if (request.service() == Service.ANSWER) {
            answer(request, answerAt(request.device()));
        } else if (getPhase() != CallPhase.TALKING) {
            boolean leaves = request.service() == Service.CLEAR_CONNECTION;
            answer(request, leaves ? decline(request.device()) : Refusal.NOT_TALKING);
        } else if (supervises(request)) {
            supervise(request);
        } else if (request.service() == Service.MOVE) {
            move(request);
        } else if (asking(request).isEmpty()) {
            answer(request, Refusal.NOT_IN_CALL);
        } else if (request.service() == Service.CONSULT || request.service() == Service.SINGLE_STEP_TRANSFER) {
            askToRing(request);
        } else {
            answer(request, serve(request));
        }
    }

    private Refusal answerAt(String device) {
        String phone = configuration().devices().at(device).number();
        Optional<OutgoingLegSbbLocal> ringing =
                outgoingLegs().filter(leg -> leg.ringsAt(phone)).findFirst();
        if (ringing.isEmpty()) {
            return Refusal.NOT_IN_CALL;
        }
        return ringing.get().answerByItself() ? null : Refusal.PHONE_CANNOT;
    }

    /** The one who asks goes on at another device, if it is answered. */
    abstract void move(ServiceRequest request);

    /** Tells the outcome, once, to whoever asked. */
    abstract void answer(ServiceRequest request, Refusal refusal);

    /** The party that asks; anybody may leave, all else is the agent's. */
    private Optional<Party> asking(ServiceRequest request) {
        return partyAt(request.device())
                .filter(party -> party.role() == PartyRole.AGENT && isOurs(party)
                        || request.service() == Service.CLEAR_CONNECTION);
    }

    /** Whether the party sits at a phone of ours: who was called outside may talk, but asks for nothing. */
    final boolean isOurs(Party party) {
        return configuration().extension(party.device()).isPresent();
    }

    final Optional<Party> partyAt(String device) {
        return getConversation().parties().stream()
                .filter(party -> !device.isEmpty() && party.device().equals(device))
                .findFirst();
    }

    private void leave(Party party) {
        setLeavingLeg(party.leg());
        leg(party.leg()).ifPresent(leg -> leg.release(Cause.NORMAL));
    }

    private Refusal serve(ServiceRequest request) {
        Conversation now = getConversation();
        if (request.service() == Service.CLEAR_CONNECTION) {
            partyAt(request.device()).ifPresent(this::leave);
            return null;
        }
        if (request.service() == Service.SEND_DIGITS) {
            sendDigits(request);
            return null;
        }
        if (request.service() == Service.PAUSE_RECORDING || request.service() == Service.RESUME_RECORDING) {
            pauseRecording(request.service() == Service.PAUSE_RECORDING);
            return null;
        }
        Step step =
                switch (request.service()) {
                    case HOLD -> now.hold();
                    case RETRIEVE -> now.retrieve();
                    case ALTERNATE -> now.alternate();
                    case RECONNECT -> now.reconnect();
                    case CONFERENCE -> now.conference();
                    case TRANSFER -> now.transfer();
                    default -> throw new IllegalArgumentException(request.service() + " rings somebody");
                };
        if (step.refusal() == null) {
            if (request.service() == Service.CONFERENCE) {
                write(CallEventType.CONFERENCED, now.consulted(), Map.of());
            }
            goOn(step.after());
        }
        return step.refusal();
    }

    private static boolean supervises(ServiceRequest request) {
        return request.service() == Service.JOIN || request.service() == Service.INTERCEPT;
    }

    /** All who hear the one who asks hear the keys. */
    private void sendDigits(ServiceRequest request) {
        LegId speaker = partyAt(request.device()).map(Party::leg).orElseThrow();
        getConversation().hearing().voices().stream()
                .filter(voice -> voice.speaker().equals(speaker))
                .map(voice -> connectionOf(voice.listener()))
                .filter(Objects::nonNull)
                .forEach(listener -> listener.signalGenerator().emitSignals(request.target()));
    }

    /** A supervisor who is in the call changes the way of taking part; else the phone is rung. */
    private void supervise(ServiceRequest request) {
        Optional<Party> there = partyAt(request.device()).filter(party -> party.role() == PartyRole.SUPERVISOR);
        if (there.isEmpty()) {
            askToRing(request);
            return;
        }
        LegId leg = there.get().leg();
        if (request.service() == Service.INTERCEPT) {
            answer(request, takeOver(leg));
            return;
        }
        Step step = getConversation().changeMode(leg, request.mode());
        if (step.refusal() == null) {
            write(
                    CallEventType.MODE_CHANGED,
                    leg,
                    Map.of(CallEventData.MODE, request.mode().name()));
            goOn(step.after());
        }
        answer(request, step.refusal());
    }

    private Refusal takeOver(LegId supervisor) {
        Step step = getConversation().intercept(supervisor);
        if (step.refusal() == null) {
            goOn(step.after());
        }
        return step.refusal();
    }

    /** The phone of a supervisor who wants the call was answered. */
    final void takeOverIfAsked(LegId leg) {
        if (getPhase() == CallPhase.TALKING && leg.equals(getIntercepting())) {
            setIntercepting(null);
            takeOver(leg);
        }
    }

    private void askToRing(ServiceRequest asked) {
        ServiceRequest request = asked.to(configuration().devices().addressOf(asked.target()));
        if (request.service() == Service.SINGLE_STEP_TRANSFER && isPlace(request.target())) {
            answer(request, forward(request.target()));
            return;
        }
        Refusal refusal = refusalToRing(request);
        if (refusal != null) {
            answer(request, refusal);
            return;
        }
        agentAt(request.target()).ifPresentOrElse(agent -> engage(agent, false, request), () -> ring(request, null));
    }

    @Override
    final void bringBack() {
        askToRing(returning(getHandedOnBy()));
    }

    /** The wish that whoever had the caller before, at this phone, is rung; nobody is rung for it twice. */
    final ServiceRequest returning(String device) {
        String address = configuration().devices().addressOf(device);
        setHandedOnBy(address);
        return new ServiceRequest(Service.SINGLE_STEP_TRANSFER, address, address, null, PhoneReply.RETURNING);
    }

    /** Asks the ACD whether the agent may be rung; {@link #onEngagementDecided} goes on with the request. */
    final void engage(AgentId agent, boolean there, ServiceRequest request) {
        acd().ifPresentOrElse(
                        acd -> fireAgentEngaged(new AgentEngaged(agent, callId(), there, request), acd, null),
                        () -> cannotEngage(request));
    }

    /** There is no ACD to ask. */
    void cannotEngage(ServiceRequest request) {
        log().error("The ACD is not running; call {} cannot ring an agent", callId());
        answer(request, Refusal.UNAVAILABLE);
    }

    public void onEngagementDecided(EngagementDecided event, ActivityContextInterface activity) {
        if (!event.granted()) {
            answer(event.request(), Refusal.DEVICE_BUSY);
        } else if (getPhase() == CallPhase.TALKING) {
            ring(event.request(), event.agent());
        } else {
            answer(event.request(), Refusal.NOT_TALKING);
            giveBack(event.agent(), false);
        }
    }

    /** Why the phone cannot be rung now; asked again after the ACD has answered, since much may have changed. */
    private Refusal refusalToRing(ServiceRequest request) {
        Refusal refusal = afterRinging(request, null).refusal();
        if (refusal != null) {
            return refusal;
        } else if (!supervises(request)
                && request.reply() != PhoneReply.RETURNING
                && asking(request).isEmpty()) {
            return Refusal.NOT_IN_CALL;
        } else if (!mayRing(request)) {
            return Refusal.NO_SUCH_DEVICE;
        }
        return destinationOf(request.target()).isEmpty() ? Refusal.DEVICE_UNREACHABLE : null;
    }

    /** Nobody listens in from outside: a supervisor is rung at a phone of ours. */
    final boolean mayRing(ServiceRequest request) {
        return configuration().extension(request.target()).isPresent()
                || !supervises(request)
                        && configuration().trunkTo(request.target()).isPresent();
    }

    /** An extension's phone, which shows the customer's number; or a number of the outside, which shows ours. */
    final Optional<Destination> destinationOf(String target) {
        return configuration().extension(target).isPresent()
                ? phoneAt(target, getCustomerNumber())
                : outside(target, null, getOwnNumber());
    }

    private void ring(ServiceRequest request, AgentId agent) {
        Refusal refusal = refusalToRing(request);
        if (refusal != null) {
            giveBack(agent, false);
            answer(request, refusal);
            return;
        }
        Step step = afterRinging(request, agent);
        Destination phone = destinationOf(request.target()).orElseThrow();
        LegId leg = nextLeg();
        Map<String, String> details = detailsOf(newcomer(request, leg, agent));
        if (request.by() != null) {
            details.put(CallEventData.SUPERVISOR_NAME, request.by());
        }
        write(CallEventType.SERVICE_INITIATED, leg, details);
        dial(leg, phone, customerConnection());
        ringFor(leg, phone);
        if (request.service() == Service.INTERCEPT) {
            setIntercepting(leg);
        }
        goOn(step.after());
        answer(request, null);
    }

    /** One of ours rings as long as the queue offers a call. */
    final void ringFor(LegId leg, Destination phone) {
        Duration time = phone.way() == null ? queue().offerTimeout() : OUTSIDE_RING;
        HashMap<TimerID, LegId> rings = getRings() == null ? new HashMap<>() : new HashMap<>(getRings());
        rings.put(startTimer(time), leg);
        setRings(rings);
    }

    /** A phone has rung for long enough; else it is time for something else. */
    @Override
    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        LegId leg = getRings() == null ? null : getRings().get(event.getTimerID());
        if (leg == null) {
            super.onTimer(event, activity);
            return;
        }
        HashMap<TimerID, LegId> left = new HashMap<>(getRings());
        left.remove(event.getTimerID());
        setRings(left);
        boolean rings = getPhase() == CallPhase.TALKING
                && getConversation()
                        .party(leg)
                        .filter(party -> party.state() == PartyState.ALERTING)
                        .isPresent();
        if (rings) {
            leg(leg).ifPresent(ringing -> ringing.release(Cause.NO_ANSWER));
        }
    }

    /** What the conversation is once the phone rings. */
    private Step afterRinging(ServiceRequest request, AgentId agent) {
        Conversation now = getConversation();
        Party newcomer = newcomer(request, LegId.of(callId(), getLegCount() + 1), agent);
        return switch (request.service()) {
            case CONSULT -> now.consult(newcomer);
            case SINGLE_STEP_TRANSFER -> now.singleStepTransfer(newcomer);
            default -> now.join(newcomer);
        };
    }

    private static Party newcomer(ServiceRequest request, LegId leg, AgentId agent) {
        boolean supervisor = supervises(request);
        PartyRole role = supervisor ? PartyRole.SUPERVISOR : PartyRole.COLLEAGUE;
        SupervisorMode mode = supervisor && request.mode() == null ? SupervisorMode.BARGE_IN : request.mode();
        return new Party(leg, role, PartyState.ALERTING, request.target(), agent, false, mode);
    }

    final Optional<AgentId> agentAt(String extension) {
        return configuration().agentByExtension(extension).map(Agent::id);
    }
}
