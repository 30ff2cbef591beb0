package io.zongji.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.LegId;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final LegId CUSTOMER = new LegId("c-1");
    private static final LegId AGENT = new LegId("c-2");
    private static final LegId COLLEAGUE = new LegId("c-3");
    private static final LegId SUPERVISOR = new LegId("c-4");

    private final Conversation talk = Conversation.between(
            new Party(CUSTOMER, PartyRole.CUSTOMER, PartyState.CONNECTED, "", null, false, null),
            new Party(AGENT, PartyRole.AGENT, PartyState.CONNECTED, "8001", new AgentId("1001"), false, null));

    @Test
    void customerAndAgentHearEachOther() {
        assertThat(talk.hearing().voices()).hasSize(2);
        assertThat(talk.hearing().music()).isEmpty();
        assertThat(talk.isOver()).isFalse();
    }

    @Test
    void aHeldCustomerHearsMusicAndTheAgentSilence() {
        Conversation held = done(talk.hold());

        assertThat(held.hearing().voices()).isEmpty();
        assertThat(held.hearing().music()).containsExactly(CUSTOMER);
        assertThat(held.hearing().ringing()).isEmpty();
        assertThat(held.hold().refusal()).isEqualTo(Refusal.ALREADY_HELD);
        assertThat(done(held.retrieve()).hearing()).isEqualTo(talk.hearing());
        assertThat(talk.retrieve().refusal()).isEqualTo(Refusal.NOBODY_HELD);
    }

    @Test
    void theAgentHearsThePhoneRingAndThenTheColleagueWhileTheCustomerHearsMusic() {
        Conversation ringing = done(talk.consult(colleague()));
        assertThat(ringing.hearing().ringing()).containsExactly(AGENT);
        assertThat(ringing.hearing().music()).containsExactly(CUSTOMER);
        assertThat(ringing.conference().refusal()).isEqualTo(Refusal.NOT_ANSWERED);
        assertThat(ringing.consult(colleague()).refusal()).isEqualTo(Refusal.ALREADY_CONSULTING);

        Conversation consulting = ringing.connected(COLLEAGUE);
        assertThat(consulting.hearing().hears(AGENT, COLLEAGUE)).isTrue();
        assertThat(consulting.hearing().hears(COLLEAGUE, AGENT)).isTrue();
        assertThat(consulting.hearing().voices()).hasSize(2);
        assertThat(consulting.hearing().music()).containsExactly(CUSTOMER);
    }

    @Test
    void whoMovesToAnotherPhoneIsTheSamePartyThere() {
        LegId elsewhere = new LegId("c-5");
        Conversation moved = consulting().moved(AGENT, elsewhere);
        assertThat(moved.party(AGENT)).isEmpty();
        assertThat(moved.agent().orElseThrow().leg()).isEqualTo(elsewhere);
        assertThat(moved.hearing().hears(elsewhere, COLLEAGUE)).isTrue();
        assertThat(moved.hearing().music()).containsExactly(CUSTOMER);

        Conversation colleagueMoved = consulting().moved(COLLEAGUE, elsewhere);
        assertThat(colleagueMoved.consulted()).isEqualTo(elsewhere);
        assertThat(done(colleagueMoved.transfer()).agent().orElseThrow().leg()).isEqualTo(elsewhere);
    }

    @Test
    void whoHasLeftTheOldPhoneIsWaitedFor() {
        Conversation waiting = talk.suspended(AGENT);
        assertThat(waiting.hearing().music()).containsExactly(CUSTOMER);
        assertThat(waiting.isOver()).isFalse();
        assertThat(waiting.moved(AGENT, COLLEAGUE).hearing().hears(CUSTOMER, COLLEAGUE))
                .isTrue();
    }

    @Test
    void theAgentChangesBetweenTheTwo() {
        Conversation customerAgain = done(consulting().alternate());
        assertThat(customerAgain.hearing().hears(CUSTOMER, AGENT)).isTrue();
        assertThat(customerAgain.hearing().music()).containsExactly(COLLEAGUE);

        Conversation colleagueAgain = done(customerAgain.alternate());
        assertThat(colleagueAgain.hearing()).isEqualTo(consulting().hearing());
    }

    @Test
    void aHoldInAConsultationKeepsTheTwoApart() {
        Conversation allHeld = done(consulting().hold());
        assertThat(allHeld.hearing().voices()).isEmpty();
        assertThat(allHeld.retrieve().refusal()).isEqualTo(Refusal.ALREADY_CONSULTING);
        assertThat(done(allHeld.alternate()).hearing()).isEqualTo(consulting().hearing());
    }

    @Test
    void aConferenceIsEverybodyWithEverybody() {
        Conversation conference = done(consulting().conference());
        assertThat(conference.hearing().voices()).hasSize(6);
        assertThat(conference.hearing().music()).isEmpty();
        assertThat(conference.left(COLLEAGUE).hearing()).isEqualTo(talk.hearing());
    }

    @Test
    void reconnectingLetsTheColleagueGo() {
        assertThat(done(consulting().reconnect()).hearing()).isEqualTo(talk.hearing());
        assertThat(consulting().left(COLLEAGUE).hearing()).isEqualTo(talk.hearing());
        assertThat(talk.reconnect().refusal()).isEqualTo(Refusal.NOT_CONSULTING);
    }

    @Test
    void aTransferLeavesCustomerAndColleague() {
        Conversation transferred = done(consulting().transfer());
        assertThat(transferred.party(AGENT)).isEmpty();
        assertThat(transferred.agent().orElseThrow().leg()).isEqualTo(COLLEAGUE);
        assertThat(transferred.hearing().hears(CUSTOMER, COLLEAGUE)).isTrue();
        assertThat(consulting().left(AGENT).hearing()).isEqualTo(transferred.hearing());
        assertThat(done(transferred.hold()).hearing().music()).containsExactly(CUSTOMER);
    }

    @Test
    void aBlindTransferKeepsTheCustomerWaitingUntilThePhoneIsAnswered() {
        Conversation ringing = done(talk.singleStepTransfer(colleague()));
        assertThat(ringing.hearing().music()).containsExactly(CUSTOMER);
        assertThat(ringing.isOver()).isFalse();

        assertThat(ringing.connected(COLLEAGUE).hearing().hears(CUSTOMER, COLLEAGUE))
                .isTrue();
        assertThat(ringing.left(COLLEAGUE).isOver()).isTrue();
    }

    @Test
    void whoseAgentStillRingsIsServedNothing() {
        Conversation ringing = done(talk.singleStepTransfer(colleague()));
        Party another = new Party(SUPERVISOR, PartyRole.COLLEAGUE, PartyState.ALERTING, "8003", null, false, null);
        assertThat(ringing.hold().refusal()).isEqualTo(Refusal.NOT_ANSWERED);
        assertThat(ringing.retrieve().refusal()).isEqualTo(Refusal.NOT_ANSWERED);
        assertThat(ringing.consult(another).refusal()).isEqualTo(Refusal.NOT_ANSWERED);
        assertThat(ringing.singleStepTransfer(another).refusal()).isEqualTo(Refusal.NOT_ANSWERED);
    }

    @Test
    void theCallIsOverWithoutCustomerOrAgent() {
        assertThat(talk.left(CUSTOMER).isOver()).isTrue();
        assertThat(talk.left(AGENT).isOver()).isTrue();
        assertThat(listened(SupervisorMode.BARGE_IN).left(AGENT).isOver()).isTrue();
    }

    @Test
    void aListenerHearsAllAndIsHeardByNobody() {
        Hearing hearing = listened(SupervisorMode.LISTEN).hearing();
        assertThat(hearing.hears(SUPERVISOR, CUSTOMER)).isTrue();
        assertThat(hearing.hears(SUPERVISOR, AGENT)).isTrue();
        assertThat(hearing.voices()).hasSize(4);
    }

    @Test
    void aWhisperReachesTheAgentOnly() {
        Hearing hearing = listened(SupervisorMode.WHISPER).hearing();
        assertThat(hearing.hears(AGENT, SUPERVISOR)).isTrue();
        assertThat(hearing.hears(CUSTOMER, SUPERVISOR)).isFalse();
    }

    @Test
    void whoBargesInIsHeardByAllButThoseOnHold() {
        Conversation barged = listened(SupervisorMode.BARGE_IN);
        assertThat(barged.hearing().voices()).hasSize(6);
        Hearing held = done(barged.hold()).hearing();
        assertThat(held.hears(CUSTOMER, SUPERVISOR)).isFalse();
        assertThat(held.hears(AGENT, SUPERVISOR)).isTrue();
    }

    @Test
    void theModeChangesInMidCall() {
        Conversation listening = listened(SupervisorMode.LISTEN);
        assertThat(done(listening.changeMode(SUPERVISOR, SupervisorMode.WHISPER))
                        .hearing())
                .isEqualTo(listened(SupervisorMode.WHISPER).hearing());
        assertThat(listening.changeMode(AGENT, SupervisorMode.WHISPER).refusal())
                .isEqualTo(Refusal.NOT_IN_CALL);
    }

    @Test
    void whileTheAgentsLineIsLostTheCustomerHearsMusic() {
        Conversation lost = talk.suspended(AGENT);
        assertThat(lost.hearing().voices()).isEmpty();
        assertThat(lost.hearing().music()).containsExactly(CUSTOMER);
        assertThat(lost.isOver()).isFalse();
        assertThat(lost.connected(AGENT).hearing()).isEqualTo(talk.hearing());
    }

    @Test
    void aSupervisorTakesTheCallOverFromTheAgent() {
        assertThat(talk.intercept(AGENT).refusal()).isEqualTo(Refusal.NOT_IN_CALL);
        Conversation taken = done(listened(SupervisorMode.LISTEN).intercept(SUPERVISOR));
        assertThat(taken.agent().map(Party::leg)).contains(SUPERVISOR);
        assertThat(taken.party(AGENT)).isEmpty();
        assertThat(taken.hearing().voices())
                .containsExactlyInAnyOrder(
                        new Hearing.Voice(CUSTOMER, SUPERVISOR), new Hearing.Voice(SUPERVISOR, CUSTOMER));
        assertThat(taken.hold().refusal()).isNull();
    }

    @Test
    void aPhoneIsInACallOnlyOnce() {
        Party again = new Party(COLLEAGUE, PartyRole.COLLEAGUE, PartyState.ALERTING, "8001", null, false, null);
        assertThat(talk.consult(again).refusal()).isEqualTo(Refusal.ALREADY_IN_CALL);
    }

    @Test
    void recordedIsWhoeverMayBeHeard() {
        assertThat(listened(SupervisorMode.LISTEN).parties().stream().filter(Party::recorded))
                .hasSize(2);
        assertThat(listened(SupervisorMode.WHISPER).parties().stream().filter(Party::recorded))
                .hasSize(3);
    }

    private Conversation consulting() {
        return done(talk.consult(colleague())).connected(COLLEAGUE);
    }

    private Conversation listened(SupervisorMode mode) {
        Party supervisor = new Party(SUPERVISOR, PartyRole.SUPERVISOR, PartyState.ALERTING, "8020", null, false, mode);
        return done(talk.join(supervisor)).connected(SUPERVISOR);
    }

    private static Party colleague() {
        return new Party(COLLEAGUE, PartyRole.COLLEAGUE, PartyState.ALERTING, "8002", new AgentId("1002"), false, null);
    }

    private static Conversation done(Step step) {
        assertThat(step.refusal()).isNull();
        return step.after();
    }
}
