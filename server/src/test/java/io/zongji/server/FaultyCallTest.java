package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.ConnectionState;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.CallPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What parties and networks do wrong: nobody is stuck, every call gets its record, and nothing is left over. */
class FaultyCallTest extends CallCentreTest {

    @Test
    void callerWhoHangsUpInTheMenuIsRecordedAsAbandonedInIvr() {
        OutgoingCall call = centre.caller().call("95000");
        call.awaitTalking(SOON);
        call.audio().awaitSound(SOON);
        call.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ABANDONED_IN_IVR");
        centre.awaitNothingLeft();
    }

    @Test
    void callerWhoCancelsAtOnceLeavesNothing() {
        centre.caller().call("95000").cancel();

        assertThat(centre.awaitRecords(1).get(0).get("outcome")).isNotNull();
        centre.awaitNothingLeft();
    }

    /** The two hang-ups and answers cross on the wire in every order. */
    @Test
    void callerWhoHangsUpInTheMomentTheAgentAnswersFreesTheAgent() {
        centre.phoneOf(1001).onCall(AnswerPlan.after(Duration.ofMillis(30)));
        centre.signIn(1001);
        for (int i = 0; i < 30; i++) {
            OutgoingCall call = centre.caller().call("support");
            call.awaitTalking(SOON);
            centre.pause(Duration.ofMillis(20 + i / 2));
            call.hangUp();
            centre.awaitRecords(i + 1);
            centre.awaitState(1001, AgentState.IDLE);
        }
        centre.awaitNothingLeft();
    }

    @Test
    void agentWithAnUnusableAnswerIsPassedOver() {
        centre.phoneOf(1001).onCall(AnswerPlan.after(Duration.ZERO).with(AnswerPlan.SdpFault.GARBAGE));
        centre.signIn(1001);
        SimulatedPhone second = centre.phoneOf(1002).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1002);

        OutgoingCall call = centre.caller().call("support");
        second.awaitRinging(SOON).awaitTalking(SOON);
        centre.awaitState(1002, AgentState.TALKING);
        call.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("agent_id", "1002");
        centre.awaitState(1001, AgentState.BUSY);
        centre.awaitNothingLeft();
    }

    @Test
    void agentWhosePhoneVanishedWhileRingingIsPassedOver() {
        SimulatedPhone first = centre.phoneOf(1001).onCall(AnswerPlan.manual());
        centre.signIn(1001);
        OutgoingCall call = centre.caller().call("support");
        first.awaitRinging(SOON);
        first.vanish();
        SimulatedPhone second = centre.phoneOf(1002).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1002);

        second.awaitRinging(SOON).awaitTalking(SOON);
        centre.awaitState(1002, AgentState.TALKING);
        call.hangUp();
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ANSWERED");
        first.comeBack();
    }

    @Test
    void offerToAPhoneThatGoesOfflineWhileRingingIsRecordedAsUnreachable() {
        SimulatedPhone agent = centre.phoneOf(1001).onCall(AnswerPlan.manual());
        centre.signIn(1001);
        OutgoingCall call = centre.caller().call("support");
        IncomingCall ringing = agent.awaitRinging(SOON);
        agent.unregister();
        ringing.awaitEnded(SOON);
        centre.awaitWaiting(1);
        call.hangUp();

        centre.awaitRecords(1);
        assertThat(centre.rows("select sequence from call_event where event_type = 'OFFER_REFUSED'"
                        + " and detail like '%unreachable%'"))
                .hasSize(1);
        centre.awaitNothingLeft();
    }

    @Test
    void callerWhoseAgentLeavesBeforeAWordWaitsOn() {
        centre.setUp("update queue set announce_agent_number = true");
        SimulatedPhone first = centre.phoneOf(1001).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1001);
        OutgoingCall call = centre.caller().call("support");
        IncomingCall atFirst = first.awaitRinging(SOON);
        centre.awaitState(1001, AgentState.TALKING);
        centre.ask(1001, AgentRequest.Action.BUSY);
        assertThat(centre.callersLeg()).isEqualTo(ConnectionState.CONNECTED);
        atFirst.hangUp();
        centre.awaitWaiting(1);
        assertThat(centre.callersLeg()).isEqualTo(ConnectionState.QUEUED);
        centre.setUp("update queue set announce_agent_number = false");
        SimulatedPhone second = centre.phoneOf(1002).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1002);
        second.awaitRinging(SOON);
        centre.awaitState(1002, AgentState.TALKING);
        call.hangUp();

        assertThat(centre.awaitRecords(1).get(0))
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("agent_id", "1002");
        assertThat(centre.answeredToday()).isEqualTo(1);
        centre.awaitNothingLeft();
    }

    @Test
    void callerOfAVanishedAgentIsNotLeftAlone() {
        SimulatedPhone agent = centre.phoneOf(1001).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1001);
        OutgoingCall call = centre.caller().call("support");
        agent.awaitRinging(SOON).awaitTalking(SOON);
        centre.awaitState(1001, AgentState.TALKING);
        agent.vanish();

        call.awaitEnded(Duration.ofSeconds(60));
        assertThat(centre.awaitRecords(1).get(0))
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("cause", "mediaTimeout");
        agent.comeBack();
    }

    @Test
    void phoneThatUnregistersAndRegistersAtOnceIsThere() {
        SimulatedPhone phone = centre.phoneOf(1001);
        for (int i = 0; i < 5; i++) {
            phone.unregister();
            phone.awaitUnregistered(SOON);
            phone.register();
            phone.awaitRegistered(SOON);
        }
        centre.signIn(1001);
    }

    @Test
    void lateOfferIsTakenWithTheAcknowledgement() {
        SimulatedPhone agent = centre.phoneOf(1001).saying(Sound.tone(900)).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1001);
        OutgoingCall call = centre.caller().call("support", CallPlan.USUAL.withLateOffer());
        agent.awaitRinging(SOON).awaitTalking(SOON);
        call.audio().awaitTone(900, SOON);
        call.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ANSWERED");
        centre.awaitNothingLeft();
    }

    @Test
    void callerOnHoldComesBackToTheSameConversation() {
        SimulatedPhone agent = centre.phoneOf(1001).saying(Sound.tone(900)).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1001);
        OutgoingCall call = centre.caller().call("support");
        IncomingCall atAgent = agent.awaitRinging(SOON);
        atAgent.awaitTalking(SOON);
        call.audio().awaitTone(900, SOON);
        call.hold();
        call.awaitHeldByUs(true, SOON);
        call.retrieve();
        call.awaitHeldByUs(false, SOON);
        call.audio().forget();
        call.audio().awaitTone(900, SOON);
        atAgent.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ANSWERED");
        centre.awaitNothingLeft();
    }

    @Test
    void garbageOnTheSipPortDisturbsNobody() throws IOException {
        Random random = new Random(42);
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int i = 0; i < 500; i++) {
                byte[] bytes = new byte[random.nextInt(600)];
                random.nextBytes(bytes);
                socket.send(new DatagramPacket(
                        bytes,
                        bytes.length,
                        InetAddress.getByName("127.0.0.1"),
                        centre.sipAddress().getPort()));
            }
        }
        OutgoingCall call = centre.caller().call("95000");
        call.awaitTalking(SOON);
        call.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void strangerIsChallengedAndLeavesNoRecord() {
        OutgoingCall call = centre.stranger().call("95000");

        assertThat(call.awaitEnded(SOON).status()).isIn(401, 407);
        assertThat(centre.rows("select id from call_record")).isEmpty();
        centre.awaitNothingLeft();
    }
}
