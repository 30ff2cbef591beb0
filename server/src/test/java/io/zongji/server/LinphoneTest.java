package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zongji.domain.agent.AgentState;
import io.zongji.simulator.IncomingCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent with linphone on the desk: it joins two calls of its own, and transfers by its transfer command and by keys. */
class LinphoneTest extends ForeignPhoneTest {

    private Linphone linphone;

    @BeforeEach
    void linphoneTalks() throws Exception {
        assumeTrue(Linphone.isThere(), "linphonec is not installed (on Debian: apt-get install linphone-cli)");
        linphone = Linphone.start(folder, "8001", centre.sipAddress(), AGENT);
        customerAndAgentTalk();
    }

    @AfterEach
    void linphoneStops() {
        if (linphone != null) {
            linphone.close();
        }
    }

    @Test
    void itJoinsTheCustomerWithWhomItHasCalledItself() throws Exception {
        linphone.command("pause");
        linphone.awaitWords("paused");
        linphone.command("call 8002");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(colleague, AGENT);
        hears(customer);
        linphone.command("transfer 1 --to-call 2");
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        centre.awaitState(1001, AgentState.IDLE);
        assertThat(linphone.messages()).contains("?Replaces=", "SIP/2.0 202 Accepted");
        customerHangsUp();
    }

    @Test
    void itsTransferCommandHandsTheCallOn() throws Exception {
        linphone.command("transfer sip:8002@127.0.0.1");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        centre.awaitState(1001, AgentState.IDLE);
        customerHangsUp();
    }

    @Test
    void starEightHandsTheCallOn() throws Exception {
        linphone.press("*88002#");
        hears(customer, COLLEAGUE);
        centre.awaitState(1001, AgentState.IDLE);
        customerHangsUp();
    }

    @Test
    void starSevenConsultsAndHangingUpHandsTheCallOn() throws Exception {
        linphone.press("*78002#");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(colleague, AGENT);
        hears(customer);
        linphone.command("terminate");
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        customerHangsUp();
    }

    @Test
    void itsHoldKeyPutsTheCustomerOnHold() throws Exception {
        linphone.command("pause");
        hears(customer);
        customer.audio().awaitSound(SOON);
        linphone.command("resume");
        hears(customer, AGENT);
        customerHangsUp();
    }
}
