package io.zongji.ear.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zongji.ear.Customer;
import io.zongji.ear.DeployedArchive;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.Sound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An agent whose network lets no UDP out: voice goes by TCP to a TURN server, and from there to us. */
@ArquillianTest
@Timeout(180)
class RelayedVoiceIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int AGENT_TONE = 700;
    private static final int CALLER_TONE = 1100;

    @TempDir
    private Path folder;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void voiceGoesOverTheTurnServerWhereNoUdpIsLetOut() throws Exception {
        assumeTrue(TurnServer.isInstalled(), "coturn is not installed (on Debian: apt-get install coturn)");
        String secret = Files.readString(Path.of(System.getProperty("zongji.turn-secret")))
                .strip();
        try (TurnServer relay = new TurnServer(Integer.getInteger("server.turn-port"), secret, folder);
                PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                DeskPhone desk = new DeskPhone(folder, AGENT_TONE, "agent1012")) {
            desk.letVoiceOutByRelayOnly();
            desk.switchOn();
            desk.becomeReady();
            OutgoingCall call = Customer.of(trunk, "13800018000")
                    .saying(Sound.tone(CALLER_TONE))
                    .call("support");
            desk.await("ringing");
            desk.alt("a");
            desk.bothHear(call, CALLER_TONE);

            desk.alt("p");
            await("music")
                    .atMost(SOON)
                    .until(() -> call.audio().hearsSound() && !call.audio().hears(AGENT_TONE));
            desk.alt("p");
            desk.bothHear(call, CALLER_TONE);
            desk.reload();
            desk.bothHear(call, CALLER_TONE);

            desk.alt("h");
            call.awaitEnded(SOON);
            assertThat(relay.log()).as("who was let in there").contains(":8012>");
            desk.signOut();
        }
    }
}
