package io.zongji.domain.centre;

import io.zongji.domain.LegId;
import io.zongji.domain.conversation.Hearing.Voice;
import io.zongji.domain.conversation.Party;
import io.zongji.domain.conversation.PartyRole;
import io.zongji.domain.conversation.PartyState;
import io.zongji.domain.conversation.SupervisorMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The model: who is in one room with whom, as a person would tell it. Knows nothing of the rules that it checks. */
final class Room {

    enum Mode {
        TOGETHER,
        HELD,
        /** Agent and colleague, the customer waits. */
        CONSULT,
        /** Agent and customer, the colleague waits. */
        WITH_CUSTOMER,
        /** Agent alone, customer and colleague wait. */
        ALL_HELD,
        /** The next agent's phone rings, and nobody is there for the customer. */
        TRANSFERRING
    }

    private Mode mode = Mode.TOGETHER;
    private LegId consulted;

    void hold() {
        mode = consulted == null ? Mode.HELD : Mode.ALL_HELD;
    }

    void together() {
        mode = Mode.TOGETHER;
        consulted = null;
    }

    void consult(LegId colleague) {
        mode = Mode.CONSULT;
        consulted = colleague;
    }

    void alternate() {
        mode = mode == Mode.CONSULT ? Mode.WITH_CUSTOMER : Mode.CONSULT;
    }

    /** The call is another's, whose phone still rings or not. */
    void handedOver(boolean rings) {
        mode = rings ? Mode.TRANSFERRING : Mode.TOGETHER;
        consulted = null;
    }

    void answered() {
        mode = mode == Mode.TRANSFERRING ? Mode.TOGETHER : mode;
    }

    void left(LegId leg) {
        if (leg.equals(consulted)) {
            together();
        }
    }

    Mode mode() {
        return mode;
    }

    Set<Voice> voices(List<Party> parties) {
        Set<LegId> room = new HashSet<>();
        Set<Voice> voices = new HashSet<>();
        parties.stream().filter(this::isIn).forEach(party -> room.add(party.leg()));
        for (LegId speaker : room) {
            for (LegId listener : room) {
                if (!speaker.equals(listener)) {
                    voices.add(new Voice(speaker, listener));
                }
            }
        }
        parties.stream().filter(party -> listens(party)).forEach(supervisor -> {
            room.forEach(speaker -> voices.add(new Voice(speaker, supervisor.leg())));
            parties.stream()
                    .filter(party -> party.role() == PartyRole.AGENT && isThere(party))
                    .filter(agent -> supervisor.mode() == SupervisorMode.WHISPER)
                    .forEach(agent -> voices.add(new Voice(supervisor.leg(), agent.leg())));
        });
        return voices;
    }

    private boolean isIn(Party party) {
        if (!isThere(party) || listens(party)) {
            return false;
        }
        return switch (party.role()) {
            case AGENT, SUPERVISOR -> true;
            default ->
                switch (mode) {
                    case TOGETHER -> true;
                    case CONSULT -> party.leg().equals(consulted);
                    case WITH_CUSTOMER -> !party.leg().equals(consulted);
                    default -> false;
                };
        };
    }

    private static boolean listens(Party party) {
        return isThere(party) && party.role() == PartyRole.SUPERVISOR && party.mode() != SupervisorMode.BARGE_IN;
    }

    private static boolean isThere(Party party) {
        return party.state() == PartyState.CONNECTED;
    }
}
