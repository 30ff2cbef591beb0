package io.zongji.domain.conversation;

import io.zongji.domain.LegId;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The parties of one call from the moment the agent has it, and the services that change who of them talks with whom.
 * Immutable; a service gives the conversation after it, or says why not. Who has left is simply not among the parties any
 * more. Nothing is known here of phones: the owner rings and releases, and tells what came of it.
 *
 * <p>One rule makes all of it: those who are connected and not on hold hear each other. A consultation is the others on
 * hold, a conference is nobody on hold, and a transfer is the agent gone.
 */
public final class Conversation implements Serializable {

    /** As many as a recording has channels. */
    public static final int MOST_PARTIES = 8;

    private static final long serialVersionUID = 1;

    private final ArrayList<Party> parties;
    /** Who is being consulted: the phone rings, or was answered. Null when nobody. */
    private final LegId consulted;

    private Conversation(List<Party> parties, LegId consulted) {
        this.parties = new ArrayList<>(parties);
        this.consulted = consulted;
    }

    /** Customer and agent talk. */
    public static Conversation between(Party customer, Party agent) {
        return new Conversation(List.of(customer, agent), null);
    }

    /** All who are in the call, in order of appearance. */
    public List<Party> parties() {
        return List.copyOf(parties);
    }

    public Optional<Party> party(LegId leg) {
        return find(party -> party.leg().equals(leg));
    }

    /** Whose call it is; empty when the agent has left and nobody has followed. */
    public Optional<Party> agent() {
        return find(party -> party.role() == PartyRole.AGENT);
    }

    /** Who is being consulted; null when nobody. */
    public LegId consulted() {
        return consulted;
    }

    // Services

    /** All others hear music. */
    public Step hold() {
        if (agentRings()) {
            return refused(Refusal.NOT_ANSWERED);
        }
        if (find(party -> isOther(party) && party.talks()).isEmpty()) {
            return refused(
                    find(party -> isOther(party) && party.held()).isPresent()
                            ? Refusal.ALREADY_HELD
                            : Refusal.NOT_TALKING);
        }
        return Step.to(holdOthers(true));
    }

    /** Ends a hold. In a consultation only {@link #alternate} and {@link #reconnect} do, lest two meet who should not. */
    public Step retrieve() {
        if (agentRings()) {
            return refused(Refusal.NOT_ANSWERED);
        }
        if (consulted != null) {
            return refused(Refusal.ALREADY_CONSULTING);
        }
        if (find(Party::held).isEmpty()) {
            return refused(Refusal.NOBODY_HELD);
        }
        return Step.to(holdOthers(false));
    }

    /** The others wait while the colleague's phone rings and the two talk. */
    public Step consult(Party colleague) {
        Refusal refusal = agentRings()
                ? Refusal.NOT_ANSWERED
                : consulted != null ? Refusal.ALREADY_CONSULTING : refusalOf(colleague);
        if (refusal != null) {
            return refused(refusal);
        }
        return Step.to(holdOthers(true).plus(colleague, colleague.leg()));
    }

    /** Agent and consulted colleague talk, or agent and the others. */
    public Step alternate() {
        Refusal refusal = refusalToJoinConsulted();
        if (refusal != null) {
            return refused(refusal);
        }
        boolean colleagueWaits = party(consulted).map(Party::held).orElse(false);
        return Step.to(map(
                party -> isOther(party) ? party.withHeld(party.leg().equals(consulted) != colleagueWaits) : party,
                consulted));
    }

    /** The consulted colleague is let go, and the others are back. */
    public Step reconnect() {
        return consulted == null
                ? refused(Refusal.NOT_CONSULTING)
                : Step.to(minus(consulted).holdOthers(false));
    }

    /** The consulted colleague and the others talk. */
    public Step conference() {
        Refusal refusal = refusalToJoinConsulted();
        return refusal != null ? refused(refusal) : Step.to(new Conversation(parties, null).holdOthers(false));
    }

    /** The agent leaves, and the call is the colleague's. */
    public Step transfer() {
        return consulted == null ? refused(Refusal.NOT_CONSULTING) : Step.to(agentLeaves());
    }

    /** The agent leaves at once; the others wait until the new phone is answered. */
    public Step singleStepTransfer(Party target) {
        Step consulting = consult(target);
        return consulting.refusal() != null
                ? refused(consulting.refusal())
                : consulting.after().transfer();
    }

    /** A supervisor's phone is rung. */
    public Step join(Party supervisor) {
        Refusal refusal = refusalOf(supervisor);
        return refusal != null ? refused(refusal) : Step.to(plus(supervisor, consulted));
    }

    /** A supervisor who is in takes part in another way from now on. */
    public Step changeMode(LegId supervisor, SupervisorMode mode) {
        if (party(supervisor).filter(Party::supervisor).isEmpty()) {
            return refused(Refusal.NOT_IN_CALL);
        }
        return Step.to(map(party -> party.leg().equals(supervisor) ? party.withMode(mode) : party, consulted));
    }

    /** A supervisor who is in takes the call over: the agent leaves, and who was being consulted. */
    public Step intercept(LegId supervisor) {
        Optional<Party> heir = party(supervisor).filter(Party::supervisor);
        if (heir.isEmpty()) {
            return refused(Refusal.NOT_IN_CALL);
        } else if (heir.get().state() == PartyState.ALERTING) {
            return refused(Refusal.NOT_ANSWERED);
        }
        Conversation others = consulted == null ? this : minus(consulted);
        Conversation without = agent().map(agent -> others.minus(agent.leg())).orElse(others);
        return Step.to(without.inheritedBy(supervisor).holdOthers(false));
    }

    // What phones do

    /** The phone was answered, or the party is back. */
    public Conversation connected(LegId leg) {
        Conversation there = withState(leg, PartyState.CONNECTED);
        boolean takesOver = there.party(leg).map(Party::role).orElse(null) == PartyRole.AGENT
                && party(leg).map(Party::state).orElse(null) == PartyState.ALERTING;
        return takesOver ? there.holdOthers(false) : there;
    }

    /** The party cannot be heard for now. */
    public Conversation suspended(LegId leg) {
        return party(leg).filter(Party::audible).isPresent() ? withState(leg, PartyState.SUSPENDED) : this;
    }

    /** The party is at another phone from now on, and all else is as it was. */
    public Conversation moved(LegId from, LegId to) {
        return map(party -> party.leg().equals(from) ? party.at(to) : party, from.equals(consulted) ? to : consulted);
    }

    /**
     * The party has hung up, or never answered. A consulted colleague who is gone brings the others back; an agent who
     * hangs up leaves the call to the colleague.
     */
    public Conversation left(LegId leg) {
        if (leg.equals(consulted)) {
            return reconnect().after();
        }
        boolean agentLeft = agent().filter(party -> party.leg().equals(leg)).isPresent();
        return agentLeft ? agentLeaves() : minus(leg);
    }

    /** Nobody is left to talk with the customer, or the customer is gone. */
    public boolean isOver() {
        return find(party -> party.role() == PartyRole.CUSTOMER).isEmpty() || agent().isEmpty();
    }

    // Ears

    /** Who hears whom, and what those hear who hear nobody. */
    public Hearing hearing() {
        Set<Hearing.Voice> voices = new HashSet<>();
        Set<LegId> music = new HashSet<>();
        Set<LegId> ringing = new HashSet<>();
        for (Party listener : parties) {
            for (Party speaker : parties) {
                if (listener != speaker && hears(listener, speaker)) {
                    voices.add(new Hearing.Voice(speaker.leg(), listener.leg()));
                }
            }
            boolean alone = parties.stream().noneMatch(speaker -> speaker != listener && hears(listener, speaker));
            if (listener.audible() && alone && !listener.supervisor()) {
                if (listener.role() != PartyRole.AGENT || someoneIsSuspended()) {
                    music.add(listener.leg());
                } else if (consulted != null
                        && !party(consulted).map(Party::audible).orElse(false)) {
                    ringing.add(listener.leg());
                }
            }
        }
        return new Hearing(voices, music, ringing);
    }

    private boolean someoneIsSuspended() {
        return find(party -> party.state() == PartyState.SUSPENDED && !party.held())
                .isPresent();
    }

    private static boolean hears(Party listener, Party speaker) {
        if (listener.supervisor() && listener.audible()) {
            return speaker.talks();
        }
        if (speaker.mode() == SupervisorMode.WHISPER) {
            return speaker.audible() && listener.audible() && listener.role() == PartyRole.AGENT;
        }
        return listener.talks() && speaker.talks();
    }

    // Steps

    private boolean isOther(Party party) {
        return !party.supervisor() && party.role() != PartyRole.AGENT;
    }

    private Conversation holdOthers(boolean held) {
        return map(party -> isOther(party) ? party.withHeld(held) : party, consulted);
    }

    private Conversation agentLeaves() {
        LegId agent = agent().map(Party::leg).orElse(null);
        LegId heir = consulted != null
                ? consulted
                : find(party -> party.role() == PartyRole.COLLEAGUE)
                        .map(Party::leg)
                        .orElse(null);
        Conversation without = agent == null ? this : minus(agent);
        if (heir == null) {
            return without;
        }
        Conversation inherited = without.inheritedBy(heir);
        return inherited.holdOthers(inherited.agentRings());
    }

    private Conversation inheritedBy(LegId heir) {
        return map(party -> party.leg().equals(heir) ? party.asAgent().withHeld(false) : party, null);
    }

    /** The call was handed to somebody whose phone still rings: it has nobody yet who could ask for anything. */
    private boolean agentRings() {
        return agent().map(Party::state).orElse(null) == PartyState.ALERTING;
    }

    private Refusal refusalToJoinConsulted() {
        if (consulted == null) {
            return Refusal.NOT_CONSULTING;
        }
        return party(consulted).map(Party::state).orElse(null) == PartyState.ALERTING ? Refusal.NOT_ANSWERED : null;
    }

    private Refusal refusalOf(Party newcomer) {
        if (find(party -> party.device().equals(newcomer.device())).isPresent()) {
            return Refusal.ALREADY_IN_CALL;
        }
        return parties.size() >= MOST_PARTIES ? Refusal.TOO_MANY_PARTIES : null;
    }

    private Step refused(Refusal refusal) {
        return new Step(this, refusal);
    }

    private Conversation withState(LegId leg, PartyState state) {
        return map(party -> party.leg().equals(leg) ? party.withState(state) : party, consulted);
    }

    private Conversation plus(Party party, LegId nowConsulted) {
        List<Party> more = new ArrayList<>(parties);
        more.add(party);
        return new Conversation(more, nowConsulted);
    }

    private Conversation minus(LegId leg) {
        return new Conversation(
                parties.stream().filter(party -> !party.leg().equals(leg)).toList(),
                leg.equals(consulted) ? null : consulted);
    }

    private Conversation map(UnaryOperator<Party> change, LegId nowConsulted) {
        return new Conversation(parties.stream().map(change).toList(), nowConsulted);
    }

    private Optional<Party> find(Predicate<Party> which) {
        return parties.stream().filter(which).findFirst();
    }
}
