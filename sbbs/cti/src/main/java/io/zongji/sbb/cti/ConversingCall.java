package io.zongji.sbb.cti;

import io.zongji.domain.AgentId;
import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.conversation.Conversation;
import io.zongji.domain.conversation.Party;
import io.zongji.domain.conversation.PartyRole;
import io.zongji.domain.conversation.PartyState;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.phone.PageVoice;
import io.zongji.domain.recording.Channel;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.sbb.events.ConversationEnded;
import io.zongji.sbb.events.LegReleased;
import io.zongji.sbb.events.LegResumed;
import io.zongji.sbb.events.LegSuspended;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.slee.ActivityContextInterface;

/**
 * The part of a call in which people talk. Who of them talks with whom is the {@link Conversation}'s affair; here legs,
 * media server, recording and journal are made to follow it.
 */
public abstract class ConversingCall extends OfferedCall {

    private static final List<String> RINGBACK = List.of("tone:ringback");

    /** Null before an agent and the caller talk. */
    public abstract Conversation getConversation();

    public abstract void setConversation(Conversation conversation);

    /** Legs that are on their way to another media server; until all are there, nothing can be recorded. */
    public abstract HashSet<LegId> getMovingLegs();

    public abstract void setMovingLegs(HashSet<LegId> legs);

    /** When each leg was answered in this call. */
    public abstract HashMap<LegId, Instant> getAnswered();

    public abstract void setAnswered(HashMap<LegId, Instant> times);

    /** What was asked of the media server for the conversation. */
    public abstract Wiring getWiring();

    public abstract void setWiring(Wiring wiring);

    /** The phone of the agent who handed the call on last; null when nobody has. */
    public abstract String getHandedOnBy();

    public abstract void setHandedOnBy(String device);

    @Override
    final void converse() {
        converse(new Party(
                getAgentLegId(), PartyRole.AGENT, PartyState.CONNECTED, agentsDevice(), getAgent(), false, null));
    }

    /** The call is of the customer and of this agent, whose phone may still ring. */
    final void converse(Party agent) {
        setPhase(CallPhase.TALKING);
        setWiring(Wiring.NONE);
        Party customer = customer();
        setConversation(Conversation.between(customer, agent));
        if (mediaOf(customer.leg()) != null) {
            mediaOf(customer.leg()).attach(context().getSbbLocalObject());
        }
        rejoin();
        agentIs(agent.leg());
    }

    /** Takes the conversation as it is from now on: the journal tells what changed, and who is not in it is let go. */
    final void goOn(Conversation next) {
        Conversation before = getConversation();
        setConversation(next);
        for (Party party : before.parties()) {
            next.party(party.leg()).ifPresentOrElse(now -> writeHold(party, now), () -> letGo(party));
        }
        next.agent().filter(agent -> !agent.leg().equals(getAgentLegId())).ifPresent(heir -> {
            before.agent().map(Party::device).ifPresent(this::setHandedOnBy);
            handOver(heir);
        });
        rejoin();
    }

    private void writeHold(Party before, Party now) {
        boolean there = before.state() != PartyState.ALERTING && now.state() != PartyState.ALERTING;
        if (before.held() != now.held() && there) {
            write(now.held() ? CallEventType.HELD : CallEventType.RETRIEVED, now.leg(), Map.of());
        }
    }

    /** Media that one of us has only borrowed goes on without this call. */
    final void partFrom(ActivityContextInterface borrowed) {
        if (borrowed.isEnding()) {
            return;
        }
        NetworkConnection voice = (NetworkConnection) borrowed.getActivity();
        legs().map(LegSbbLocal::connection)
                .filter(Objects::nonNull)
                .filter(other -> !other.id().equals(voice.id()))
                .forEach(voice::unjoin);
        borrowed.detach(context().getSbbLocalObject());
        if (isRecorded(voice)) {
            stopRecording();
            if (getPhase() == CallPhase.TALKING) {
                rejoin();
            }
        }
    }

    private void letGo(Party party) {
        boolean unheard = isUnheard(party);
        leg(party.leg()).ifPresent(leg -> leg.release(Cause.NORMAL));
        giveBack(party, unheard);
    }

    final void writeAnswered(LegId leg) {
        HashMap<LegId, Instant> times = getAnswered() == null ? new HashMap<>() : new HashMap<>(getAnswered());
        times.putIfAbsent(leg, now());
        setAnswered(times);
    }

    private boolean isUnheard(Party party) {
        Instant answered = getAnswered() == null ? null : getAnswered().get(party.leg());
        return answered != null
                && outgoingLegs()
                        .filter(leg -> party.leg().equals(leg.id()))
                        .map(OutgoingLegSbbLocal::packetsOfPage)
                        .anyMatch(packets -> packets.isPresent()
                                && PageVoice.isBlocked(packets.getAsLong(), Duration.between(answered, now())));
    }

    /** The call is of the party on this leg from now on. */
    abstract void agentIs(LegId leg);

    private void giveBack(Party party, boolean unheard) {
        boolean talked = party.state() != PartyState.ALERTING && party.role() != PartyRole.SUPERVISOR;
        giveBack(party.agent(), talked, talked && unheard);
    }

    /**
     * The ACD may offer this agent calls again, after the wrap-up; null for somebody who is none.
     *
     * @param talked whether there is something to write up
     */
    final void giveBack(AgentId agent, boolean talked) {
        giveBack(agent, talked, false);
    }

    private void giveBack(AgentId agent, boolean talked, boolean unheard) {
        if (agent != null) {
            ConversationEnded ended = new ConversationEnded(getTask(), agent, callId(), talked, unheard);
            toAcd(acd -> fireConversationEnded(ended, acd, null));
        }
    }

    private void handOver(Party heir) {
        setAgentLegId(heir.leg());
        setAgent(heir.agent());
        write(
                CallEventType.TRANSFERRED,
                heir.leg(),
                heir.agent() == null
                        ? Map.of()
                        : Map.of(CallEventData.AGENT, heir.agent().value()));
        if (getRecordingPaused()) {
            pauseRecording(false); // the one who knows why has left
        }
        agentIs(heir.leg());
    }

    /**
     * Makes ears and recording equal to the conversation, with whatever connections the legs have now. Asks for nothing
     * that is so already.
     */
    final void rejoin() {
        Map<LegId, NetworkConnection> legs = new LinkedHashMap<>();
        Map<String, NetworkConnection> byId = new HashMap<>();
        for (Party party : getConversation().parties()) {
            NetworkConnection connection = connectionOf(party.leg());
            if (connection != null) {
                legs.put(party.leg(), connection);
                byId.put(connection.id(), connection);
            }
        }
        Wiring wiring = Wiring.of(getConversation().hearing(), legs);
        wiring.replace(getWiring(), byId, this::promptsOf);
        setWiring(wiring);
        boolean elsewhereSoon = getMovingLegs() != null && !getMovingLegs().isEmpty();
        boolean nobodyYet = getRecording() == null
                && getConversation()
                        .agent()
                        .filter(agent -> agent.state() == PartyState.ALERTING)
                        .isPresent();
        if (!elsewhereSoon && !nobodyYet) {
            recordAll(legs);
        }
    }

    private void recordAll(Map<LegId, NetworkConnection> legs) {
        LinkedHashMap<Channel, NetworkConnection> voices = new LinkedHashMap<>();
        for (Party party : getConversation().parties()) {
            NetworkConnection connection = legs.get(party.leg());
            if (connection != null && party.recorded()) {
                voices.put(new Channel(party.leg(), party.role().code()), connection);
            } else if (connection != null) {
                recordNoMore(connection);
            }
        }
        record(voices);
    }

    private List<String> promptsOf(Wiring.Sound sound) {
        return sound == Wiring.Sound.MUSIC ? queue().music() : RINGBACK;
    }

    /** For the journal: the trunk that carries a leg, which may be another than the first that was tried. */
    final Map<String, String> wayTo(LegId leg) {
        return leg(leg).map(LegSbbLocal::trunk)
                .map(trunk -> Map.of(CallEventData.TRUNK, trunk))
                .orElse(Map.of());
    }

    /** A leg is made for this party. */
    final void writeInitiated(Party party) {
        write(CallEventType.SERVICE_INITIATED, party.leg(), detailsOf(party));
    }

    /** What the journal is told of a party; where an agent is outside is nobody's affair. */
    static Map<String, String> detailsOf(Party party) {
        Map<String, String> data = new HashMap<>();
        data.put(CallEventData.ROLE, party.role().code());
        data.put(CallEventData.PARTY, party.device());
        data.put(CallEventData.EXTENSION, party.device());
        if (party.agent() != null) {
            data.put(CallEventData.AGENT, party.agent().value());
        }
        if (party.mode() != null) {
            data.put(CallEventData.MODE, party.mode().name());
        }
        return data;
    }

    /** Somebody whom the call rang is there. */
    final void partyConnected(LegId leg) {
        if (getConversation().party(leg).isPresent()) {
            write(CallEventType.ESTABLISHED, leg, wayTo(leg));
            goOn(handedOver(getConversation().connected(leg), leg));
        }
    }

    /** Somebody has left the conversation, and maybe nobody is there for the caller any more. */
    final void partyLeft(LegReleased event) {
        moves(event.leg());
        partyGone(event.leg(), event.cause());
        getConversation().party(event.leg()).ifPresent(party -> {
            Conversation next = getConversation().left(event.leg());
            boolean lost = event.cause() == Cause.NETWORK_FAILURE && !event.byPeer();
            boolean ends = next.isOver() && !getConversation().isOver();
            boolean neverCame = party.role() == PartyRole.AGENT && party.state() == PartyState.ALERTING;
            if (ends && lost && getQueue() != null) {
                // The agent's page is lost for good: the caller has done nothing to be let go.
                waitAgain();
            } else if (ends && isLegAwaited()) {
                goOn(next);
            } else if (ends && neverCame) {
                nobodyTakes(party, event.cause(), releasedBy(event));
            } else if (ends) {
                end(event.cause(), releasedBy(event));
            } else {
                goOn(next);
            }
        });
    }

    public void onLegSuspended(LegSuspended event, ActivityContextInterface activity) {
        write(CallEventType.SUSPENDED, event.leg(), Map.of(CallEventData.REASON, event.why()));
        if (event.why().equals(LegSuspended.MEDIA_NODE_LOST)) {
            stopRecording(); // the part being written was there too; the next begins when all are back
            HashSet<LegId> moving = getMovingLegs() == null ? new HashSet<>() : new HashSet<>(getMovingLegs());
            moving.add(event.leg());
            setMovingLegs(moving);
        }
        if (getPhase() == CallPhase.TALKING) {
            goOn(getConversation().suspended(event.leg()));
        }
    }

    public void onLegResumed(LegResumed event, ActivityContextInterface activity) {
        write(CallEventType.RESUMED, event.leg(), Map.of());
        moves(event.leg());
        boolean callers = event.leg().equals(getCustomerLegId());
        if (callers && mediaOf(event.leg()) != null) {
            mediaOf(event.leg()).attach(context().getSbbLocalObject());
        }
        switch (getPhase()) {
            case TALKING -> goOn(getConversation().connected(event.leg()));
            case WAITING, OFFERED -> {
                if (callers) {
                    playMusic();
                }
            }
            case ANNOUNCING -> join();
            default -> log().debug("Leg {} is back before anybody talks", event.leg());
        }
    }

    /** The leg is at its new media server, or will never be. */
    private void moves(LegId leg) {
        if (getMovingLegs() != null && getMovingLegs().contains(leg)) {
            HashSet<LegId> moving = new HashSet<>(getMovingLegs());
            moving.remove(leg);
            setMovingLegs(moving);
        }
    }

    /** All agents of the conversation get their wrap-up, if they have one. */
    final void giveBackAll() {
        giveBackAllBut(null);
    }

    /** All agents but the one on this leg, who stays in the call. */
    final void giveBackAllBut(LegId staying) {
        if (getConversation() != null) {
            getConversation().parties().stream()
                    .filter(party -> !party.leg().equals(staying))
                    .forEach(party -> giveBack(party, isUnheard(party)));
        }
    }

    /** Who is served. */
    abstract Party customer();

    /** Where the one sits whose call it is. */
    abstract String agentsDevice();

    abstract String releasedBy(LegReleased event);

    /** A phone that the conversation waits for rings. */
    abstract void partyRings(LegId leg);

    /** What the conversation is, once somebody has answered, for whom another may have waited only to leave. */
    abstract Conversation handedOver(Conversation next, LegId answered);

    /** Somebody comes from another call who is the customer's next partner, whoever leaves meanwhile. */
    abstract boolean isLegAwaited();

    /** A leg is over of which the conversation does not know yet. */
    abstract void partyGone(LegId leg, Cause cause);

    /** The call was handed on to somebody who has not answered, and nobody else is there for the customer. */
    abstract void nobodyTakes(Party party, Cause cause, String releasedBy);

    /** The caller looks for another agent of the same queue, in the old place. */
    abstract void waitAgain();
}
