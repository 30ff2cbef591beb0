package io.zongji.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.media.codec.Codec;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two phones on two stacks, and nothing between them. */
class PhonesCallingEachOtherTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int CALLER_HERTZ = 700;
    private static final int AGENT_HERTZ = 1100;

    private static PhoneStack here;
    private static PhoneStack there;
    private static int lastPhone;

    private SimulatedPhone caller;
    private SimulatedPhone agent;
    private String agentUri;

    @BeforeAll
    static void openStacks() throws IOException {
        here = PhoneStack.open("127.0.0.2", 0);
        there = PhoneStack.open("127.0.0.3", 0);
    }

    @AfterAll
    static void closeStacks() {
        here.close();
        there.close();
    }

    @BeforeEach
    void takePhones() {
        lastPhone++;
        caller = here.phone("1380000" + lastPhone).saying(Sound.tone(CALLER_HERTZ));
        agent = there.phone("800" + lastPhone).saying(Sound.tone(AGENT_HERTZ));
        agentUri = there.uriOf(agent);
    }

    @AfterEach
    void hangUp() {
        caller.hangUp();
        agent.hangUp();
    }

    @Test
    void bothHearEachOtherAfterTheAnswer() {
        agent.onCall(AnswerPlan.after(Duration.ofMillis(50)));

        OutgoingCall call = caller.call(agentUri);
        call.awaitTalking(SOON);
        IncomingCall answered = agent.awaitRinging(SOON);
        answered.awaitTalking(SOON);

        call.audio().awaitTone(AGENT_HERTZ, SOON);
        answered.audio().awaitTone(CALLER_HERTZ, SOON);
        assertThat(answered.peer()).isEqualTo(caller.account().user());
        assertThat(call.audio().hears(CALLER_HERTZ)).isFalse();
        assertThat(call.audio().heard().level()).isBetween(4000.0, 7000.0);
    }

    @Test
    void keysArriveInOrder() {
        OutgoingCall call = talking();

        call.sendDigits("1*9#");

        agent.calls().iterator().next().audio().awaitDigits("1*9#", SOON);
    }

    @Test
    void whoHangsUpIsToldByBothEnds() {
        OutgoingCall call = talking();
        PhoneCall answered = agent.calls().iterator().next();

        answered.hangUp();

        assertThat(call.awaitEnded(SOON))
                .extracting(CallEnd::by, CallEnd::status)
                .containsExactly(CallEnd.By.THEM, 200);
        assertThat(answered.awaitEnded(SOON))
                .extracting(CallEnd::by, CallEnd::status)
                .containsExactly(CallEnd.By.US, 200);
        assertThat(caller.calls()).isEmpty();
        assertThat(agent.calls()).isEmpty();
    }

    @Test
    void aCallerWhoGivesUpCancels() {
        OutgoingCall call = caller.call(agentUri);
        IncomingCall ringing = agent.awaitRinging(SOON);
        call.awaitRinging(SOON);

        call.cancel();

        assertThat(ringing.awaitEnded(SOON).status()).isEqualTo(487);
        assertThat(call.awaitEnded(SOON))
                .extracting(CallEnd::by, CallEnd::status)
                .containsExactly(CallEnd.By.US, 487);
    }

    @Test
    void aCallerWhoGivesUpAtOnceStillCancels() {
        OutgoingCall call = caller.call(agentUri);
        call.cancel();

        assertThat(call.awaitEnded(SOON).status()).isEqualTo(487);
    }

    @Test
    void aBusyPhoneRefuses() {
        agent.onCall(AnswerPlan.reject(486));

        OutgoingCall call = caller.call(agentUri);

        assertThat(call.awaitEnded(SOON))
                .extracting(CallEnd::by, CallEnd::status)
                .containsExactly(CallEnd.By.THEM, 486);
        assertThatThrownBy(() -> call.awaitTalking(SOON)).hasMessageContaining("486");
    }

    @Test
    void aSecondCallFindsTheLineBusy() {
        talking();
        SimulatedPhone other = here.phone("second");

        OutgoingCall second = other.call(agentUri);

        assertThat(second.awaitEnded(SOON).status()).isEqualTo(486);
    }

    @Test
    void anAgentMayDeclineWhileItRings() {
        OutgoingCall call = caller.call(agentUri);

        agent.awaitRinging(SOON).reject(603);

        assertThat(call.awaitEnded(SOON).status()).isEqualTo(603);
    }

    @Test
    void whoIsOnHoldIsNotHeardAndCanBeRetrieved() {
        OutgoingCall call = talking();
        PhoneCall answered = agent.calls().iterator().next();
        answered.audio().awaitTone(CALLER_HERTZ, SOON);

        answered.hold();
        answered.awaitHeldByUs(true, SOON);

        call.awaitHeldByThem(true, SOON);
        answered.audio().awaitQuiet(SOON);
        call.audio().forget();
        call.audio().awaitTone(AGENT_HERTZ, SOON);

        answered.retrieve();
        answered.awaitHeldByUs(false, SOON);

        call.awaitHeldByThem(false, SOON);
        answered.audio().awaitTone(CALLER_HERTZ, SOON);
    }

    @Test
    void aLateOfferIsAnsweredInTheAck() {
        agent.onCall(AnswerPlan.after(Duration.ZERO));

        OutgoingCall call = caller.call(agentUri, CallPlan.USUAL.withLateOffer());
        call.awaitTalking(SOON);

        call.audio().awaitTone(AGENT_HERTZ, SOON);
        agent.awaitRinging(SOON).audio().awaitTone(CALLER_HERTZ, SOON);
    }

    @Test
    void aLateAckEstablishesTheCallLater() {
        agent.onCall(AnswerPlan.after(Duration.ZERO));

        OutgoingCall call = caller.call(agentUri, CallPlan.USUAL.withAckAfter(Duration.ofMillis(900)));
        call.awaitTalking(SOON);
        IncomingCall answered = agent.awaitRinging(SOON);

        assertThat(answered.state()).isEqualTo(CallState.RINGING);
        answered.awaitTalking(SOON);
        assertThat(answered.timeToAnswer()).isGreaterThan(Duration.ofMillis(800));
    }

    @Test
    void withoutAnAckTheAnswerIsNeverEstablished() {
        agent.onCall(AnswerPlan.after(Duration.ZERO));

        OutgoingCall call = caller.call(agentUri, CallPlan.USUAL.withoutAck());
        call.awaitTalking(SOON);
        IncomingCall answered = agent.awaitRinging(SOON);

        assertThatThrownBy(() -> answered.awaitTalking(Duration.ofMillis(700))).hasMessageContaining("in vain");
    }

    @Test
    void aPhoneThatVanishesAnswersNothing() {
        OutgoingCall call = talking();
        PhoneCall answered = agent.calls().iterator().next();
        call.audio().awaitTone(AGENT_HERTZ, SOON);

        agent.vanish();

        assertThat(answered.awaitEnded(SOON).status()).isZero();
        call.audio().awaitQuiet(SOON);
        assertThat(call.state()).isEqualTo(CallState.TALKING);
        call.hangUp();
        assertThatThrownBy(() -> call.awaitEnded(Duration.ofMillis(600))).hasMessageContaining("in vain");
        OutgoingCall next = here.phone("third").call(agentUri);
        assertThatThrownBy(() -> next.awaitRinging(Duration.ofMillis(600))).hasMessageContaining("in vain");
        assertThat(next.state()).isEqualTo(CallState.CALLING);
    }

    @Test
    void aWrongDescriptionInTheAnswerLeavesTheCallWithoutSound() {
        for (AnswerPlan.SdpFault fault : AnswerPlan.SdpFault.values()) {
            if (fault == AnswerPlan.SdpFault.NONE) {
                continue;
            }
            agent.onCall(AnswerPlan.after(Duration.ZERO).with(fault));

            OutgoingCall call = caller.call(agentUri);
            call.awaitTalking(SOON);

            assertThat(call.audio().packetsSent()).as(fault.name()).isZero();
            call.hangUp();
            call.awaitEnded(SOON);
            agent.awaitRinging(SOON).awaitEnded(SOON);
        }
    }

    @Test
    void theOffersFirstCodecIsSpoken() {
        agent.onCall(AnswerPlan.after(Duration.ZERO));

        OutgoingCall call = caller.call(agentUri, CallPlan.USUAL.withCodecs(Codec.PCMU));
        call.awaitTalking(SOON);

        call.audio().awaitTone(AGENT_HERTZ, SOON);
    }

    @Test
    void callsGoOverTcpToo() {
        agent.onCall(AnswerPlan.after(Duration.ZERO));
        SimulatedPhone overTcp = here.phone(new PhoneAccount("tcp", null, there.address(), "tcp"));

        OutgoingCall call = overTcp.call(agent.account().user());
        call.awaitTalking(SOON);
        call.audio().awaitTone(AGENT_HERTZ, SOON);
        call.hangUp();

        assertThat(call.awaitEnded(SOON).status()).isEqualTo(200);
    }

    private OutgoingCall talking() {
        agent.onCall(AnswerPlan.after(Duration.ZERO));
        OutgoingCall call = caller.call(agentUri);
        call.awaitTalking(SOON);
        agent.awaitRinging(SOON).awaitTalking(SOON);
        return call;
    }
}
