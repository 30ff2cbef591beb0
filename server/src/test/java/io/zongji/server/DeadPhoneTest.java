package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.agent.AgentState;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones that die without a word: their registrations last for two minutes, and nobody waits that long. */
class DeadPhoneTest {

    private static final Duration PROBE = Duration.ofSeconds(1);

    private TestCentre centre;

    @BeforeEach
    void startCentre(@TempDir Path data) throws Exception {
        centre = TestCentre.probing(data, PROBE);
    }

    @AfterEach
    void stopCentre() {
        centre.close();
    }

    @Test
    void theAgentIsLostSoonAndBackWhenThePhoneAnswersAgainWithoutRegistering() {
        SimulatedPhone phone = centre.phoneOf(1001).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1001);
        phone.vanish();
        centre.awaitState(1001, AgentState.LOST);
        OutgoingCall caller = centre.caller().call("support");
        centre.awaitWaiting(1);

        phone.comeBack();
        IncomingCall offered = phone.awaitRinging(SOON);
        centre.awaitState(1001, AgentState.TALKING);
        caller.hangUp();
        offered.awaitEnded(SOON);
        centre.awaitNothingLeft();
    }

    @Test
    void aPhoneThatDiedWhileItsAgentWasSignedOutIsFoundDeadAfterSigningIn() {
        SimulatedPhone phone = centre.phoneOf(1001);
        centre.signIn(1001);
        centre.ask(1001, AgentRequest.Action.SIGN_OUT);
        centre.awaitState(1001, AgentState.SIGNED_OUT);
        phone.vanish();
        centre.signIn(1001);
        centre.awaitState(1001, AgentState.LOST);
    }

    @Test
    void aPhoneThatDoesNotLikeTheQuestionIsThere() {
        SimulatedPhone odd = centre.phoneOf(1001);
        odd.answeringOptions(405);
        SimulatedPhone dead = centre.phoneOf(1002);
        centre.signIn(1001);
        centre.signIn(1002);
        awaitAsked(odd, 5);
        dead.vanish();
        centre.awaitState(1002, AgentState.LOST);
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.IDLE);
    }

    @Test
    void phonesOfWhomNobodyIsSignedInAreLeftAlone() {
        SimulatedPhone idle = centre.phoneOf(1001);
        SimulatedPhone working = centre.phoneOf(1002);
        centre.signIn(1002);
        awaitAsked(working, 3);
        assertThat(idle.asked()).isZero();
        centre.ask(1002, AgentRequest.Action.SIGN_OUT);
        centre.awaitNothingLeft();
    }

    private static void awaitAsked(SimulatedPhone phone, int times) {
        await("asked " + times + " times").atMost(SOON).until(() -> phone.asked() >= times);
    }
}
