package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agent 1001 has a phone on the desk that is not of our making, talks with a customer, and has a colleague at 8002. Each says a tone. */
abstract class ForeignPhoneTest extends CallCentreTest {

    static final int CUSTOMER = 700;
    static final int AGENT = 1100;
    static final int COLLEAGUE = 1500;

    @TempDir
    Path folder;

    SimulatedPhone colleaguesPhone;
    OutgoingCall customer;

    /** The agent's phone registers, or will soon, and answers by itself. */
    final void customerAndAgentTalk() throws Exception {
        colleaguesPhone = centre.phoneOf(1002).saying(Sound.tone(COLLEAGUE)).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1001);
        customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        hears(customer, AGENT);
    }

    @Test
    void theDeskPutsTheCustomerOnHoldAndTakesItBack() throws Exception {
        assertThat(ask(Service.HOLD)).isEmpty();
        hears(customer);
        customer.audio().awaitSound(SOON);
        assertThat(ask(Service.RETRIEVE)).isEmpty();
        hears(customer, AGENT);
        assertThat(ask(Service.CLEAR_CONNECTION)).isEmpty();
        customer.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    private Optional<Refusal> ask(Service service) throws Exception {
        CallId call = centre.centre().liveBoard().snapshot().calls().get(0).call();
        return centre.centre().calls().ask(call, service, "8001", "").get(10, TimeUnit.SECONDS);
    }

    final void customerHangsUp() {
        customer.hangUp();
        centre.awaitNothingLeft();
    }

    static void hears(PhoneCall party, Integer... tones) {
        List<Integer> expected = List.of(tones);
        await("hears " + expected).atMost(SOON).until(() -> List.of(CUSTOMER, AGENT, COLLEAGUE).stream()
                .allMatch(tone -> party.audio().hearsAmongOthers(tone) == expected.contains(tone)));
    }
}
