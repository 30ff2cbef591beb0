package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zongji.domain.agent.AgentState;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent with baresip on the desk, a phone that is not of our making: it transfers by keys and by its own transfer command. */
class BaresipTest extends ForeignPhoneTest {

    private Baresip baresip;

    @BeforeEach
    void baresipTalks() throws Exception {
        assumeTrue(Baresip.isThere(), "baresip is not installed (on Debian: apt-get install baresip-core)");
        baresip = Baresip.start(folder, "127.0.0.7", "8001", centre.sipAddress(), AGENT);
        customerAndAgentTalk();
    }

    @AfterEach
    void baresipStops() {
        if (baresip != null) {
            baresip.close();
        }
    }

    @Test
    void itsTransferCommandHandsTheCallOn() throws Exception {
        baresip.command("transfer", "8002");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        centre.awaitState(1001, AgentState.IDLE);
        assertThat(baresip.log()).contains("SIP/2.0 202 Accepted", "Event: refer", "message/sipfrag");
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    /** baresip 1.0.0 hangs up by itself when it is told so: what is heard between the two is not for sure. */
    @Test
    void aTransferThatIsDeclinedIsToldToIt() throws Exception {
        colleaguesPhone.onCall(AnswerPlan.reject(603));
        baresip.command("transfer", "8002");
        await("it is told").atMost(SOON).until(() -> baresip.log().contains("SIP/2.0 603"));
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void starEightHandsTheCallOn() throws Exception {
        baresip.press("*88002#");
        hears(customer, COLLEAGUE);
        centre.awaitState(1001, AgentState.IDLE);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void starSevenConsultsAndHangingUpHandsTheCallOn() throws Exception {
        baresip.press("*78002#");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(colleague, AGENT);
        hears(customer);
        baresip.command("hangup", "");
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void itsHoldKeyPutsTheCustomerOnHold() throws Exception {
        baresip.command("hold", "");
        hears(customer);
        customer.audio().awaitSound(SOON);
        baresip.command("resume", "");
        hears(customer, AGENT);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }
}
