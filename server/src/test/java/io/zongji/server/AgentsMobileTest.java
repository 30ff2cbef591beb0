package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.awaitility.Awaitility.await;

import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneCall;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Agent 1001 may work at a mobile, which a carrier's trunk reaches. */
abstract class AgentsMobileTest extends CallCentreTest {

    static final int CUSTOMER = 700;
    static final int AGENT = 1100;
    static final int COLLEAGUE = 1500;
    static final String MOBILE = "13911112222";

    PhoneStack carrier;
    SimulatedPhone mobile;

    @BeforeEach
    void anAgentWithAMobile() throws Exception {
        carrier = PhoneStack.open("127.0.0.4", 0);
        mobile = carrier.phone(new PhoneAccount(MOBILE, null, centre.sipAddress()))
                .saying(Sound.tone(AGENT))
                .onCall(AnswerPlan.after(Duration.ZERO));
        centre.setUp(
                "insert into trunk (name, tenant_id, networks, outbound_gateway, outbound_prefixes, outbound_caller)"
                        + " values ('carrier', 'default', '127.0.0.4', '127.0.0.4:"
                        + carrier.address().getPort() + "', '139', '02087654321')",
                "update agent set outside_phone = true where id = '1001'",
                "update queue set offer_timeout_ms = 30000");
    }

    @AfterEach
    void closeCarrier() {
        carrier.close();
    }

    final OutgoingCall customer() {
        return centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
    }

    final SimulatedPhone colleague() {
        return centre.phoneOf(1002).saying(Sound.tone(COLLEAGUE)).onCall(AnswerPlan.after(Duration.ZERO));
    }

    /** Waits until the party hears these tones and none of the others. */
    static void hears(PhoneCall party, Integer... tones) {
        List<Integer> expected = List.of(tones);
        await("hears " + expected).atMost(SOON).until(() -> List.of(CUSTOMER, AGENT, COLLEAGUE).stream()
                .allMatch(tone -> party.audio().hearsAmongOthers(tone) == expected.contains(tone)));
    }
}
