package io.zongji.ear.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Calls between a browser and phones, through a call centre that answers at these addresses. */
final class BrowserCall {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int BROWSER_TONE = 700;
    private static final int PHONE_TONE = 1100;

    private final InetSocketAddress sip;
    private final URI webSocket;
    private final String password;
    private final Path folder;
    private final Path script;

    BrowserCall(InetSocketAddress sip, URI webSocket, String password, Path folder, Path script) {
        this.sip = sip;
        this.webSocket = webSocket;
        this.password = password;
        this.folder = folder;
        this.script = script;
    }

    /** The browser dials the hotline, hears the greeting, presses a key and talks with the agent at a phone. */
    void browserDialsTheHotline() throws IOException {
        try (PhoneStack office = PhoneStack.open("127.0.0.3", 0);
                BrowserPhone browser = new BrowserPhone(folder, script, BROWSER_TONE)) {
            SimulatedPhone agent = office.phone(new PhoneAccount("8001", password, sip))
                    .saying(Sound.tone(PHONE_TONE))
                    .onCall(AnswerPlan.after(Duration.ofMillis(200)));
            agent.register();
            agent.awaitRegistered(SOON);
            browser.register(webSocket, "8002", password);

            browser.call("95000");
            browser.await("talking");
            browser.awaitSound();
            browser.press("1");
            IncomingCall atAgent = agent.awaitRinging(SOON);
            atAgent.awaitTalking(SOON);
            browser.awaitTone(PHONE_TONE);
            atAgent.audio().awaitTone(BROWSER_TONE, SOON);
            assertHealthy(browser.awaitPackets(50));

            browser.hangUp();
            atAgent.awaitEnded(SOON);
            browser.await("ended");
            browser.unregister();
            agent.unregister();
            agent.awaitUnregistered(SOON);
        }
    }

    /** A caller presses a key and reaches the agent, who answers in the browser. */
    void browserIsTheAgentsPhone() throws IOException {
        try (PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                BrowserPhone browser = new BrowserPhone(folder, script, BROWSER_TONE)) {
            browser.register(webSocket, "8001", password);
            OutgoingCall call = trunk.phone(new PhoneAccount("13800002000", null, sip))
                    .saying(Sound.tone(PHONE_TONE))
                    .call("95000");
            call.awaitTalking(SOON);
            call.audio().awaitSound(SOON);
            call.sendDigits("1");

            browser.await("ringing");
            browser.answer();
            browser.await("talking");
            browser.awaitTone(PHONE_TONE);
            call.audio().awaitTone(BROWSER_TONE, SOON);
            assertHealthy(browser.awaitPackets(50));

            call.hangUp();
            browser.await("ended");
            browser.unregister();
        }
    }

    private static void assertHealthy(Map<String, Object> statistics) {
        assertThat(statistics.get("srtp"))
                .as("RFC 4568's name; Chromium since 156 says that of RFC 5764")
                .isIn("AES_CM_128_HMAC_SHA1_80", "SRTP_AES128_CM_HMAC_SHA1_80");
        assertThat(statistics).containsEntry("dtls", "connected").containsEntry("codec", "audio/PCMA");
        assertThat(((Number) statistics.get("lost")).intValue()).isZero();
    }
}
