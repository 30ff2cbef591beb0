package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.TestSlee;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ResourceAdaptorID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services of the kinds that people write for the JAIN SIP resource adaptor type, on our container and RA. */
class ForeignServicesTest {

    private static final String REQUEST = "javax.sip.message.Request.";
    private static final String RESPONSE = "javax.sip.message.Response.";
    private static final String DIALOG = "javax.sip.Dialog.";
    private static final String TIMER = "javax.slee.facilities.TimerEvent";

    @TempDir
    private Path folder;

    private TestSlee slee;
    private int port;
    private Peer caller;
    private Peer phone;

    @BeforeEach
    void start() throws Exception {
        port = RaUnderTest.freeUdpPort();
        ConfigProperties properties = new ConfigProperties();
        properties.addProperty(new ConfigProperties.Property("udpPort", "java.lang.String", Integer.toString(port)));
        properties.addProperty(new ConfigProperties.Property("tcpPort", "java.lang.String", "off"));
        slee = new TestSlee(Instant.now());
        slee.install(SipResourceAdaptor.class);
        slee.resourceAdaptor(new ResourceAdaptorID("SipResourceAdaptor", "io.zongji", "1.0"), "SipRA", properties);
        caller = new Peer(port);
        phone = new Peer(port);
    }

    @AfterEach
    void stop() {
        caller.close();
        phone.close();
        slee.close();
    }

    private void run(Class<?> sbb, ForeignUnit unit) throws Exception {
        slee.install(unit.write(folder), getClass().getClassLoader());
        slee.activate(ForeignUnit.service(sbb));
    }

    /** So many seconds from now by the system's clock, which the services read and which has gone on since the start. */
    private void pass(int seconds) {
        slee.advance(Duration.between(slee.clock().instant(), Instant.now()).plusSeconds(seconds));
    }

    private void expectNothingLeft() {
        Awaitility.await().pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            assertThat(slee.statistics().entityCount())
                    .as(slee.statistics().toString())
                    .isZero();
            assertThat(slee.statistics().activityCount())
                    .as(slee.statistics().toString())
                    .isZero();
        });
    }

    @Test
    void everyRequestOutsideADialogReachesAnSbbAndIsAnsweredByIt() throws Exception {
        String[] methods = {"INVITE", "MESSAGE", "SUBSCRIBE", "NOTIFY", "OPTIONS", "INFO", "PUBLISH", "REFER", "UPDATE"
        };
        ForeignUnit unit = new ForeignUnit(BusySbb.class);
        for (String method : methods) {
            unit.begins(method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT), REQUEST + method);
        }
        run(BusySbb.class, unit);

        for (String method : methods) {
            caller.send(caller.request(
                    method,
                    "sip:a@127.0.0.1:" + port,
                    "<sip:a@127.0.0.1>",
                    1,
                    "b" + method,
                    "Event",
                    "presence",
                    "Subscription-State",
                    "active"));
            Message busy = caller.expect(486, method);
            if (method.equals("INVITE")) {
                caller.send(caller.request("ACK", "sip:a@127.0.0.1", busy.header("To"), 1, "bINVITE"));
            }
        }

        expectNothingLeft();
    }

    @Test
    void aCallIsAnsweredByATimerAndEndedByAnother() throws Exception {
        run(
                AnsweringSbb.class,
                new ForeignUnit(AnsweringSbb.class)
                        .cmp("answered")
                        .begins("Started", "javax.slee.serviceactivity.ServiceStartedEvent")
                        .begins("Invite", REQUEST + "INVITE")
                        .receives("Timer", TIMER));
        caller.send(caller.invite("a"));
        Message ringing = caller.expect(180, "INVITE");
        assertThat(caller.poll(20)).isNull();

        pass(2);
        Message ok = caller.expect(200, "INVITE");
        assertThat(ok.header("To")).isEqualTo(ringing.header("To"));
        assertThat(ok.headers("Contact")).hasSize(1);
        caller.send(caller.request("ACK", ok.contactUri(), ok.header("To"), 1, "k"));
        pass(61);
        caller.send(caller.response(200, caller.expect("BYE")));

        Awaitility.await().until(() -> slee.statistics().activities().get("SipRA") == 0);
        assertThat(slee.statistics().entityCount())
                .as("the one that the start of the service began")
                .isEqualTo(1);
    }

    private void runProxy() throws Exception {
        run(
                ProxySbb.class,
                new ForeignUnit(ProxySbb.class)
                        .cmp("server", "client")
                        .begins("Invite", REQUEST + "INVITE")
                        .begins("Other", REQUEST + "MESSAGE")
                        .begins("Bye", REQUEST + "BYE")
                        .begins("Ack", REQUEST + "ACK")
                        .receives("Cancel", REQUEST + "CANCEL")
                        .receives("Provisional", RESPONSE + "PROVISIONAL")
                        .receives("Success", RESPONSE + "SUCCESS")
                        .receives("Final", RESPONSE + "CLIENT_ERROR")
                        .receives("Timeout", "javax.sip.Timeout.TRANSACTION"));
    }

    private static int vias(Message message) {
        return String.join(",", message.headers("Via")).split("SIP/2\\.0/").length - 1;
    }

    private String inviteThePhone() {
        return caller.invite("a").replace("sip:hotline", "sip:to-" + phone.port());
    }

    @Test
    void aProxyLetsACallThrough() throws Exception {
        runProxy();

        caller.send(inviteThePhone());
        Message invite = phone.expect("INVITE");
        assertThat(vias(invite)).isEqualTo(2);
        assertThat(invite.header("Contact")).contains(":" + caller.port());
        assertThat(invite.header("User-Agent")).isNull();
        phone.send(phone.response(180, invite));
        Message ringing = caller.expect(180, "INVITE");
        assertThat(vias(ringing)).isEqualTo(1);
        assertThat(ringing.header("Contact")).contains(":" + phone.port());
        String answered = phone.response(200, invite, "Record-Route", invite.header("Record-Route"));
        phone.send(answered);
        Message ok = caller.expect(200, "INVITE");
        assertThat(ok.header("Contact")).contains(":" + phone.port());
        phone.send(answered);
        assertThat(vias(caller.expect(200, "INVITE"))).isEqualTo(1);

        String route = ok.header("Record-Route");
        String target = "sip:phone@127.0.0.1:" + phone.port();
        caller.send(caller.request("ACK", target, ok.header("To"), 1, "k", "Route", route));
        assertThat(vias(phone.expect("ACK"))).isEqualTo(2);
        caller.send(caller.request("BYE", target, ok.header("To"), 2, "y", "Route", route));
        Message bye = phone.expect("BYE");
        assertThat(bye.headers("Route")).isEmpty();
        phone.send(phone.response(200, bye));
        caller.expect(200, "BYE");
        expectNothingLeft();
    }

    @Test
    void aProxyCancelsWhatTheCallerCancels() throws Exception {
        runProxy();

        String invite = inviteThePhone();
        caller.send(invite);
        Message offered = phone.expect("INVITE");
        phone.send(phone.response(180, offered));
        caller.expect(180, "INVITE");
        caller.send(invite.replace("INVITE ", "CANCEL ").replace("1 INVITE", "1 CANCEL"));
        caller.expect(200, "CANCEL");
        phone.send(phone.response(200, phone.expect("CANCEL")));
        phone.send(phone.response(487, offered));
        phone.expect("ACK");
        Message terminated = caller.expect(487, "INVITE");
        caller.send(caller.request("ACK", "sip:x@127.0.0.1", terminated.header("To"), 1, "a"));

        expectNothingLeft();
    }

    @Test
    void aProxyLetsMessagesThroughAndStrayOnesOfDialogsToo() throws Exception {
        runProxy();

        String uri = "sip:to-" + phone.port() + "@127.0.0.1:" + port;
        caller.send(caller.request("MESSAGE", uri, "<sip:a@b>;tag=known", 7, "m"));
        phone.send(phone.response(202, phone.expect("MESSAGE")));
        caller.expect(202, "MESSAGE");

        expectNothingLeft();
    }

    private Message joined() throws Exception {
        run(
                B2buaSbb.class,
                new ForeignUnit(B2buaSbb.class)
                        .cmp("incoming", "outgoing")
                        .begins("Invite", REQUEST + "INVITE")
                        .receives("Cancel", REQUEST + "CANCEL")
                        .receives("Bye", DIALOG + "BYE")
                        .receives("Info", DIALOG + "INFO")
                        .receives("Reinvite", DIALOG + "INVITE")
                        .receives("Ack", DIALOG + "ACK")
                        .receives("Provisional", RESPONSE + "PROVISIONAL")
                        .receives("Success", RESPONSE + "SUCCESS")
                        .receives("ClientError", RESPONSE + "CLIENT_ERROR"));
        caller.send(inviteToPhone());
        Message invite = phone.expect("INVITE");
        phone.send(phone.response(180, invite));
        caller.expect(180, "INVITE");
        return invite;
    }

    private String inviteToPhone() {
        String phoneUri = "<sip:phone@127.0.0.1:" + phone.port() + ">";
        return caller.request("INVITE", "sip:phone@127.0.0.1:" + port, phoneUri, 1, "a", "X-Mark", "7", "v=0\r\n");
    }

    @Test
    void aBackToBackAgentJoinsTwoDialogsWithOneCallId() throws Exception {
        Message invite = joined();

        assertThat(invite.header("Call-ID")).isEqualTo(caller.callId);
        assertThat(invite.header("From")).doesNotContain(caller.tag);
        assertThat(invite.headers("Via")).hasSize(1);
        assertThat(invite.header("Contact")).contains(":" + port);
        assertThat(invite.header("X-Mark")).isEqualTo("7");
        assertThat(invite.body()).isEqualTo("v=0\r\n");
        phone.send(phone.response(200, invite, "v=1\r\n"));
        phone.expect("ACK");
        Message ok = caller.expect(200, "INVITE");
        assertThat(ok.body()).isEqualTo("v=1\r\n");
        assertThat(ok.header("To")).doesNotContain(phone.tag);
        caller.send(caller.request("ACK", ok.contactUri(), ok.header("To"), 1, "k"));

        caller.send(caller.request("INFO", ok.contactUri(), ok.header("To"), 2, "i"));
        phone.send(phone.response(200, phone.expect("INFO")));
        caller.expect(200, "INFO");
        caller.send(caller.request("INVITE", ok.contactUri(), ok.header("To"), 3, "r", "v=2\r\n"));
        Message again = phone.expect("INVITE");
        assertThat(again.body()).isEqualTo("v=2\r\n");
        phone.send(phone.response(200, again));
        phone.expect("ACK");
        caller.expect(200, "INVITE");
        caller.send(caller.request("ACK", ok.contactUri(), ok.header("To"), 3, "kk"));

        caller.send(caller.request("BYE", ok.contactUri(), ok.header("To"), 4, "y"));
        caller.expect(200, "BYE");
        phone.send(phone.response(200, phone.expect("BYE")));
        expectNothingLeft();
    }

    @Test
    void aBackToBackAgentThatOnlyListensToItsDialogsHearsOfTheCancel() throws Exception {
        Message offered = joined();

        caller.send(inviteToPhone().replace("INVITE ", "CANCEL ").replace("1 INVITE", "1 CANCEL"));
        caller.expect(200, "CANCEL");
        Message terminated = caller.expect(487, "INVITE");
        caller.send(caller.request("ACK", "sip:x@127.0.0.1", terminated.header("To"), 1, "a"));
        phone.send(phone.response(200, phone.expect("CANCEL")));
        phone.send(phone.response(487, offered));
        phone.expect("ACK");

        expectNothingLeft();
    }

    @Test
    void aWakeUpServiceSendsAMessageWhenItsTimerIsDue() throws Exception {
        run(
                WakeUpSbb.class,
                new ForeignUnit(WakeUpSbb.class)
                        .cmp("sleeper", "contact", "service")
                        .begins("Message", REQUEST + "MESSAGE")
                        .receives("Timer", TIMER)
                        .receives("Success", RESPONSE + "SUCCESS"));
        caller.send(caller.request("MESSAGE", "sip:wake@127.0.0.1:" + port, "<sip:wake@127.0.0.1>", 1, "m", "30"));
        caller.expect(200, "MESSAGE");
        assertThat(caller.poll(20)).isNull();

        pass(31);

        Message woken = caller.expect("MESSAGE");
        assertThat(woken.body()).isEqualTo("wake up");
        assertThat(woken.header("To")).isEqualTo("<sip:alice@127.0.0.1>");
        assertThat(woken.tag("From")).isNotEmpty();
        caller.send(caller.response(200, woken));
        expectNothingLeft();
    }

    @Test
    void aRegistrarKeepsOneEntityForEachAddressUntilItsContactsExpire() throws Exception {
        run(
                RegistrarSbb.class,
                new ForeignUnit(RegistrarSbb.class)
                        .cmp("contacts", "life")
                        .begins("Register", REQUEST + "REGISTER", "byAddressOfRecord")
                        .receives("Timer", TIMER));

        register(caller, 60);
        Message both = register(phone, 120);

        assertThat(both.headers("Contact"))
                .anyMatch(contact -> contact.contains(":" + caller.port()))
                .anyMatch(contact -> contact.contains(":" + phone.port()));
        assertThat(slee.statistics().entityCount()).isEqualTo(1);
        pass(90);
        assertThat(slee.statistics().entityCount()).isEqualTo(1);
        pass(125);
        expectNothingLeft();
    }

    private Message register(Peer peer, int seconds) throws Exception {
        peer.send(peer.request(
                "REGISTER",
                "sip:127.0.0.1:" + port,
                "<sip:alice@127.0.0.1>",
                1,
                "r" + seconds,
                "Expires",
                Integer.toString(seconds)));
        return peer.expect(200, "REGISTER");
    }
}
