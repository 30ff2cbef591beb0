package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.DialledNumber;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.recording.Channel;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.sbb.events.ConversationEnded;
import io.zongji.sbb.events.LegAnnounced;
import io.zongji.sbb.events.LegPickedUp;
import io.zongji.sbb.events.OfferAccepted;
import io.zongji.sbb.events.OfferAnswered;
import io.zongji.sbb.events.OfferFailed;
import io.zongji.sbb.events.OfferMade;
import io.zongji.sbb.events.OfferPickedUp;
import io.zongji.sbb.events.OfferWithdrawn;
import io.zongji.sbb.events.TaskWithdrawn;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.slee.ActivityContextInterface;

/** The part of a call in which an agent is asked: the offer, the agent's phone, the answer, the joining of the two. */
public abstract class OfferedCall extends RecordedCall {

    private static final String AGENT_NUMBER = "agent-number";

    /** The ACD found an agent: ring the phone. */
    public void onOfferMade(OfferMade event, ActivityContextInterface activity) {
        if (getPhase() != CallPhase.WAITING || !event.task().equals(getTask())) {
            toAcd(acd -> fireTaskWithdrawn(new TaskWithdrawn(event.task()), acd, null));
            return;
        }
        setPhase(CallPhase.OFFERED);
        setAgent(event.agent());
        if (!getMusicOn()) {
            playMusic(); // nobody waits in silence while the agent's phone rings
        }
        Map<String, String> offer = event.trace().data();
        offer.put(CallEventData.AGENT, event.agent().value());
        offer.put(CallEventData.QUEUE, getQueue().value());
        write(CallEventType.OFFERED, null, offer);
        boolean auto =
                configuration().agent(event.agent()).filter(Agent::autoAnswer).isPresent();
        phoneAt(deviceOf(event.agent()), getCustomerNumber())
                .map(phone -> auto ? phone.answeringItself() : phone)
                .map(phone -> phone.announcing(agentAnnouncement()))
                .ifPresentOrElse(this::ring, () -> offerFailed(Cause.UNREACHABLE));
    }

    /** What was dialled tells more of a call than the queue in which it ended up. */
    private List<String> agentAnnouncement() {
        return Optional.ofNullable(getOwnNumber())
                .flatMap(configuration()::dialledNumber)
                .map(DialledNumber::agentAnnouncement)
                .filter(prompts -> !prompts.isEmpty())
                .orElseGet(() -> queue().agentAnnouncement());
    }

    private void ring(Destination phone) {
        LegId leg = nextLeg();
        setAgentLegId(leg);
        write(
                CallEventType.SERVICE_INITIATED,
                leg,
                Map.of(
                        CallEventData.ROLE,
                        CallEventData.ROLE_AGENT,
                        CallEventData.AGENT,
                        getAgent().value(),
                        // Where the agent is outside is nobody's affair.
                        CallEventData.PARTY,
                        phone.isOutside() ? deviceOf(getAgent()) : phone.uri()));
        dial(leg, phone, customerConnection());
    }

    /** The ACD gives up on this agent; another offer or more waiting follows. */
    public void onOfferWithdrawn(OfferWithdrawn event, ActivityContextInterface activity) {
        CallPhase phase = getPhase();
        if ((phase == CallPhase.OFFERED || phase == CallPhase.CONFIRMING)
                && event.agent().equals(getAgent())) {
            LegId agentLeg = getAgentLegId();
            refused(event.cause());
            leg(agentLeg).ifPresent(leg -> leg.release(event.cause()));
        }
    }

    final void offerFailed(Cause cause) {
        OfferFailed failed = new OfferFailed(getTask(), getAgent(), cause);
        refused(cause);
        toAcd(acd -> fireOfferFailed(failed, acd, null));
    }

    /** The agent whose phone rings has sent the call elsewhere, and is as free as if it had never rung. */
    final void leaveOffer(String target) {
        LegId ringing = getAgentLegId();
        toAcd(acd -> fireTaskWithdrawn(new TaskWithdrawn(getTask()), acd, null));
        refused(Map.of(CallEventData.CAUSE, Cause.DEFLECTED.code(), CallEventData.PARTY, target));
        leg(ringing).ifPresent(leg -> leg.release(Cause.DEFLECTED));
    }

    private void refused(Cause cause) {
        refused(Map.of(CallEventData.CAUSE, cause.code()));
    }

    private void refused(Map<String, String> why) {
        Map<String, String> data = new HashMap<>(why);
        data.put(CallEventData.AGENT, getAgent().value());
        write(CallEventType.OFFER_REFUSED, null, data);
        setAgent(null);
        setAgentLegId(null);
        setPhase(CallPhase.WAITING);
    }

    /** The agent has picked up and is told what the call is about; for all others the phone goes on ringing. */
    public void onLegPickedUp(LegPickedUp event, ActivityContextInterface activity) {
        if (getPhase() == CallPhase.OFFERED && event.leg().equals(getAgentLegId())) {
            write(CallEventType.PICKED_UP, event.leg(), Map.of(CallEventData.PROMPT, prompts(event.prompts())));
            toAcd(acd -> fireOfferPickedUp(new OfferPickedUp(getTask(), getAgent()), acd, null));
        }
    }

    public void onLegAnnounced(LegAnnounced event, ActivityContextInterface activity) {
        Map<String, String> data = new HashMap<>();
        data.put(CallEventData.PROMPT, prompts(event.prompts()));
        if (event.failure() != null) {
            data.put(CallEventData.REASON, event.failure());
        }
        write(CallEventType.ANNOUNCED, event.leg(), data);
    }

    private static String prompts(List<String> prompts) {
        return String.join(",", prompts);
    }

    /**
     * The agent hangs up at the desk before the two talk: as at the phone, an offer is declined, and the caller waits on.
     *
     * @return why not; null when it is done
     */
    final Refusal decline(String device) {
        boolean asked =
                switch (getPhase()) {
                    case OFFERED, CONFIRMING, ANNOUNCING -> device.equals(deviceOf(getAgent()));
                    default -> false;
                };
        if (!asked) {
            return Refusal.NOT_TALKING;
        }
        LegId leg = getAgentLegId();
        setLeavingLeg(leg);
        leg(leg).ifPresent(phone -> phone.release(getPhase() == CallPhase.OFFERED ? Cause.DECLINED : Cause.NORMAL));
        return null;
    }

    final void agentAnswered() {
        setPhase(CallPhase.CONFIRMING);
        toAcd(acd -> fireOfferAnswered(new OfferAnswered(getTask(), getAgent()), acd, null));
    }

    public void onOfferAccepted(OfferAccepted event, ActivityContextInterface activity) {
        if (getPhase() != CallPhase.CONFIRMING || !event.agent().equals(getAgent()) || !bothAreThere()) {
            return;
        }
        setMusicOn(false);
        LinkedHashMap<Channel, NetworkConnection> voices = new LinkedHashMap<>();
        voices.put(new Channel(getCustomerLegId(), CallEventData.ROLE_CALLER), customerConnection());
        voices.put(new Channel(getAgentLegId(), CallEventData.ROLE_AGENT), connectionOf(getAgentLegId()));
        record(voices);
        if (queue().announceAgentNumber()) {
            setPhase(CallPhase.ANNOUNCING);
            customerHears(PlayRequest.once(AGENT_NUMBER, agentNumberPrompts(), false));
        } else {
            customerConnection().player().stop();
            join();
        }
    }

    /** A party that has just hung up has no media any more; its LegReleased follows and ends the call. */
    private boolean bothAreThere() {
        return customerConnection() != null && connectionOf(getAgentLegId()) != null;
    }

    final void join() {
        if (bothAreThere()) {
            converse();
        }
    }

    /** Caller and agent talk from now on. */
    abstract void converse();

    public void onPlayerEvent(PlayerEvent event, ActivityContextInterface activity) {
        if (getPhase() == CallPhase.ANNOUNCING && event.playId().equals(AGENT_NUMBER)) {
            write(CallEventType.ANNOUNCED, getCustomerLegId(), Map.of(CallEventData.PROMPT, AGENT_NUMBER));
            join();
        } else {
            announcementPlayed(event);
        }
    }

    /** What the caller hears before the agent speaks (自动报工号). */
    private List<String> agentNumberPrompts() {
        String number = configuration()
                .agent(getAgent())
                .map(Agent::jobNumber)
                .orElse(getAgent().value());
        return List.of("agent-number-before", "digits:" + number, "agent-number-after");
    }

    /** The agent left before a word was said: the caller has not been served and waits on, in the old place. */
    final void backToQueue(Cause cause) {
        stopRecording();
        NetworkConnection caller = customerConnection();
        if (caller != null) {
            caller.player().stop();
        }
        ConversationEnded ended = new ConversationEnded(getTask(), getAgent(), callId(), true);
        toAcd(acd -> {
            fireConversationEnded(ended, acd, null);
            fireTaskWithdrawn(new TaskWithdrawn(ended.task()), acd, null);
        });
        refused(cause);
        setMusicOn(false);
        submitTask();
    }
}
