package io.zongji.ear.webrtc;

import io.zongji.ear.DeployedArchive;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The archive in the server and a phone in Chromium: SIP over WebSocket, ICE, DTLS-SRTP, sound both ways. */
@ArquillianTest
@Timeout(120)
class BrowserPhoneIT {
    @TempDir
    private Path folder;

    private BrowserCall calls;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @BeforeEach
    void start() {
        calls = new BrowserCall(
                DeployedArchive.sip(),
                DeployedArchive.webSocket(),
                "extensions-secret",
                folder,
                Path.of(System.getProperty("browser.phone")));
    }

    @Test
    void aBrowserDialsTheHotlineAndTalksWithAnAgent() throws Exception {
        calls.browserDialsTheHotline();
    }

    @Test
    void aCallerReachesAnAgentInABrowser() throws Exception {
        calls.browserIsTheAgentsPhone();
    }
}
