package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.TestSlee;
import java.time.Duration;
import javax.slee.ServiceID;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ResourceAdaptorID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The RA and a small switchboard on top of it, in the container of this project. */
abstract class SwitchboardTest {

    protected TestSlee slee;
    private int port;
    protected Peer caller;
    protected Peer phone;

    protected TestSlee newSlee() {
        return new TestSlee();
    }

    @BeforeEach
    void start() throws Exception {
        port = RaUnderTest.freeUdpPort();
        ConfigProperties properties = new ConfigProperties();
        property(properties, "java.lang.String", "udpPort", Integer.toString(port));
        property(properties, "java.lang.String", "tcpPort", "off");
        property(properties, "java.lang.Integer", "threads", 4);
        slee = newSlee();
        slee.install(SipResourceAdaptor.class);
        slee.install(
                TestSlee.unitRoot(getClass().getClassLoader(), "switchboard"),
                getClass().getClassLoader());
        slee.resourceAdaptor(new ResourceAdaptorID("SipResourceAdaptor", "io.zongji", "1.0"), "SipRA", properties);
        slee.activate(new ServiceID("Switchboard", "io.zongji.test", "1.0"));
        caller = new Peer(port);
        phone = new Peer(port);
    }

    private static void property(ConfigProperties properties, String type, String name, Object value) {
        properties.addProperty(new ConfigProperties.Property(name, type, value));
    }

    @AfterEach
    void stop() {
        caller.close();
        phone.close();
        slee.close();
    }

    protected String invite(String user, String branch) {
        return caller.invite(branch).replace("sip:hotline", "sip:" + user);
    }

    protected void expectNothingLeft() {
        Awaitility.await().pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            assertThat(slee.statistics().entityCount())
                    .as(slee.statistics().toString())
                    .isZero();
            assertThat(slee.statistics().activityCount())
                    .as(slee.statistics().toString())
                    .isZero();
        });
    }
}
