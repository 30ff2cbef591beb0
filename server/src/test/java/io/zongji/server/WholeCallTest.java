package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.agent.AgentState;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole calls over real SIP and RTP through the SLEE, from the caller's INVITE to the record. */
class WholeCallTest extends CallCentreTest {

    private static final int CALLER_TONE = 700;
    private static final int AGENT_TONE = 1100;

    @Test
    void callerPressesAKeyAndTalksWithAnAgent() {
        SimulatedPhone agent =
                centre.phoneOf(1001).saying(Sound.tone(AGENT_TONE)).onCall(AnswerPlan.after(Duration.ofMillis(100)));
        centre.signIn(1001);

        OutgoingCall call = centre.caller().saying(Sound.tone(CALLER_TONE)).call("95000");
        call.awaitTalking(SOON);
        call.audio().awaitSound(SOON);
        call.sendDigits("1");
        IncomingCall atAgent = agent.awaitRinging(SOON);
        atAgent.awaitTalking(SOON);
        call.audio().awaitTone(AGENT_TONE, SOON);
        atAgent.audio().awaitTone(CALLER_TONE, SOON);
        centre.awaitState(1001, AgentState.TALKING);
        atAgent.hangUp();
        call.awaitEnded(SOON);

        Map<String, Object> record = centre.awaitRecords(1).get(0);
        assertThat(record)
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("agent_id", "1001")
                .containsEntry("queue_id", "support")
                .containsEntry("dialled", "95000")
                .containsEntry("released_by", "agent");
        assertThat(centre.recording((String) record.get("recording"))).isNotEmptyFile();
        centre.awaitState(1001, AgentState.IDLE);
        assertThat(centre.rows(
                        "select packets_received, packets_lost, packets_sent, mos from call_leg order by ordinal"))
                .hasSize(2)
                .allSatisfy(leg -> {
                    assertThat((Long) leg.get("packets_received")).isGreaterThan(10);
                    assertThat((Long) leg.get("packets_sent")).isGreaterThan(10);
                    assertThat((Long) leg.get("packets_lost")).isZero();
                    assertThat((Double) leg.get("mos")).isGreaterThan(4);
                });
        centre.awaitNothingLeft();
    }

    @Test
    void callerWhosePhoneTellsItsKeysByInfoReachesTheQueue() {
        OutgoingCall call = centre.caller().call("95000");
        call.awaitTalking(SOON);
        call.audio().awaitSound(SOON);
        call.sendInfo("dtmf-relay", "Signal=1\r\nDuration=160\r\n");
        centre.awaitWaiting(1);
        call.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ABANDONED_IN_QUEUE");
        centre.awaitNothingLeft();
    }

    @Test
    void aFlowGoesOnAfterAPromptThatCannotBePlayed() {
        centre.setUp(
                "update flow_version set definition = replace(definition, '[ \"welcome\" ]', '[\"amount:5 SEK\"]')");
        assertThat(centre.rows("select flow_id from flow_version where definition like '%amount:5 SEK%'"))
                .isNotEmpty();
        OutgoingCall call = centre.caller().call("95000");
        call.awaitTalking(SOON);
        call.audio().awaitSound(SOON);
        call.sendDigits("1");
        centre.awaitWaiting(1);
        call.hangUp();

        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void customerHearsTheAgentsNumberBeforeTheAgent() {
        centre.setUp("update queue set announce_agent_number = true");
        SimulatedPhone agent =
                centre.phoneOf(1001).saying(Sound.tone(AGENT_TONE)).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1001);
        OutgoingCall call = centre.caller().call("support");
        agent.awaitRinging(SOON).awaitTalking(SOON);
        call.audio().awaitSound(SOON);
        assertThat(call.audio().hears(AGENT_TONE)).isFalse();
        call.audio().awaitTone(AGENT_TONE, SOON);
        call.hangUp();

        centre.awaitRecords(1);
        assertThat(centre.rows("select detail from call_event where event_type = 'ANNOUNCED'"))
                .hasSize(1);
        centre.awaitNothingLeft();
    }

    @Test
    void callerWhoFindsTheQueueFullIsLedOnByTheFlow() {
        centre.setUp("update queue set max_waiting = 1");
        OutgoingCall first = centre.caller().call("support");
        first.awaitTalking(SOON);
        centre.awaitWaiting(1);
        OutgoingCall second = centre.caller().call("support");
        second.awaitEnded(Duration.ofSeconds(20));
        first.hangUp();

        assertThat(centre.awaitRecords(2))
                .extracting(row -> row.get("outcome"))
                .containsExactly("ABANDONED_IN_QUEUE", "QUEUE_FULL");
        centre.awaitNothingLeft();
    }

    @Test
    void withoutAFreeAgentTheCallerWaitsWithMusicUntilOneIsFree() {
        SimulatedPhone agent = centre.phoneOf(1001).onCall(AnswerPlan.after(Duration.ofMillis(100)));

        OutgoingCall call = centre.caller().call("support");
        call.awaitTalking(SOON);
        centre.awaitWaiting(1);
        call.audio().awaitSound(SOON);
        assertThat(centre.ask(1001, AgentRequest.Action.SIGN_IN)).isNull();
        IncomingCall atAgent = agent.awaitRinging(Duration.ofSeconds(1));
        centre.awaitState(1001, AgentState.TALKING);
        call.hangUp();
        atAgent.awaitEnded(SOON);

        assertThat(centre.awaitRecords(1).get(0))
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("released_by", "caller");
        centre.awaitNothingLeft();
    }

    @Test
    void waitingCallerIsToldThePosition() {
        centre.setUp("update queue set position_announcement_ms = 1000, announcement = '', music = ''");
        OutgoingCall call = centre.caller().call("support");
        call.awaitTalking(SOON);
        centre.awaitWaiting(1);
        call.audio().awaitSound(SOON);
        call.hangUp();

        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void callerWhoHangsUpWhileWaitingIsRecordedAsAbandonedInQueue() {
        OutgoingCall call = centre.caller().call("support");
        call.awaitTalking(SOON);
        centre.awaitWaiting(1);
        call.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ABANDONED_IN_QUEUE");
        centre.awaitWaiting(0);
        centre.awaitNothingLeft();
    }

    @Test
    void afterHoursTheCallerLeavesAMessage() {
        OutgoingCall call = centre.caller().saying(Sound.tone(CALLER_TONE)).call("95001");
        call.awaitTalking(SOON);
        centre.awaitRecordedSecond(Duration.ofSeconds(40));
        call.sendDigits("#");
        call.awaitEnded(Duration.ofSeconds(20));

        Map<String, Object> record = centre.awaitRecords(1).get(0);
        assertThat(record).containsEntry("outcome", "VOICEMAIL");
        assertThat(centre.recording((String) record.get("voicemail"))).isNotEmptyFile();
        centre.awaitNothingLeft();
    }

    @Test
    void agentWhoDoesNotAnswerIsSetBusyAndTheNextOneRings() {
        centre.phoneOf(1001).onCall(AnswerPlan.manual());
        centre.signIn(1001);
        SimulatedPhone second = centre.phoneOf(1002).onCall(AnswerPlan.after(Duration.ofMillis(100)));
        OutgoingCall call = centre.caller().call("support");
        centre.awaitState(1001, AgentState.OFFERED);
        centre.signIn(1002);

        second.awaitRinging(SOON).awaitTalking(SOON);
        centre.awaitState(1001, AgentState.BUSY);
        centre.awaitState(1002, AgentState.TALKING);
        call.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("agent_id", "1002");
        centre.awaitNothingLeft();
    }

    @Test
    void agentWhoDeclinesIsPassedOver() {
        centre.phoneOf(1001).onCall(AnswerPlan.reject(603));
        centre.signIn(1001);
        SimulatedPhone second = centre.phoneOf(1002).onCall(AnswerPlan.after(Duration.ofMillis(100)));
        centre.signIn(1002);

        OutgoingCall call = centre.caller().call("support");
        second.awaitRinging(SOON).awaitTalking(SOON);
        centre.awaitState(1002, AgentState.TALKING);
        call.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("agent_id", "1002");
        centre.awaitNothingLeft();
    }

    @Test
    void callerWhoHangsUpWhileAPhoneRingsStopsTheRinging() {
        SimulatedPhone agent = centre.phoneOf(1001).onCall(AnswerPlan.manual());
        centre.signIn(1001);
        OutgoingCall call = centre.caller().call("support");
        IncomingCall atAgent = agent.awaitRinging(SOON);
        call.hangUp();
        atAgent.awaitEnded(SOON);

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ABANDONED_WHILE_RINGING");
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    @Test
    void blacklistedCallerIsRefusedAndRecorded() {
        centre.setUp("insert into blacklist (tenant_id, number, reason, created_at)"
                + " values ('default', '13800001000', 'test', current_timestamp)");
        OutgoingCall call = centre.caller().call("95000");

        assertThat(call.awaitEnded(SOON).status()).isEqualTo(603);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "BLOCKED");
        centre.awaitNothingLeft();
    }
}
