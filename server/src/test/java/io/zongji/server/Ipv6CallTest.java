package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zongji.domain.agent.AgentState;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a call where there is nothing but IPv6. */
class Ipv6CallTest {

    private static final String LOOPBACK = "::1";

    @TempDir
    private Path data;

    @Test
    void callerAndAgentTalkOverIpv6() throws Exception {
        assumeTrue(
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress()),
                "this machine has no IPv6");
        try (TestCentre centre = TestCentre.at(LOOPBACK, data);
                PhoneStack phones = PhoneStack.open(LOOPBACK, 0)) {
            SimulatedPhone agent = register(phones, "8001", 1100, centre).onCall(AnswerPlan.after(Duration.ZERO));
            SimulatedPhone caller = register(phones, "8002", 700, centre);
            centre.signIn(1001);
            OutgoingCall call = caller.call("support");
            call.awaitTalking(SOON);
            IncomingCall atAgent = agent.awaitRinging(SOON);
            atAgent.awaitTalking(SOON);
            call.audio().awaitTone(1100, SOON);
            atAgent.audio().awaitTone(700, SOON);
            centre.awaitState(1001, AgentState.TALKING);
            call.hangUp();
            assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ANSWERED");
            centre.awaitNothingLeft();
        }
    }

    private static SimulatedPhone register(PhoneStack phones, String extension, int tone, TestCentre centre) {
        SimulatedPhone phone = phones.phone(new PhoneAccount(extension, TestCentre.PASSWORD, centre.sipAddress()))
                .saying(Sound.tone(tone));
        phone.register();
        return phone.awaitRegistered(SOON);
    }
}
