package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javax.sip.RequestEvent;
import javax.sip.message.Response;
import net.java.slee.resource.sip.DialogActivity;
import org.junit.jupiter.api.Test;

class OverloadTest {

    private static RequestEvent invited(RaUnderTest ra) throws InterruptedException {
        return (RequestEvent) ra.slee.next("javax.sip.message.Request.INVITE").event();
    }

    @Test
    void moreCallsThanTheRateAllowsGet503BeforeTheSleeSeesThem() throws Exception {
        try (RaUnderTest ra = new RaUnderTest("maxNewCallsPerSecond", "2");
                Peer caller = new Peer(ra.udpPort)) {
            for (int i = 0; i < 5; i++) {
                caller.send(caller.invite("b" + i).replace(caller.callId, caller.callId + i));
            }
            invited(ra);
            invited(ra);
            Message refused = caller.expect(503, "INVITE");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(2, 5);
            assertThat(refused.tag("To")).isNotNull();
            caller.expect(503, "INVITE");
            caller.expect(503, "INVITE");
            assertThat(ra.slee.events.poll(200, TimeUnit.MILLISECONDS)).isNull();
            assertThat(ra.slee.activities).hasSize(2);
        }
    }

    @Test
    void noCallIsTakenWhileTheServiceStopsAndRequestsInDialogsGoOn() throws Exception {
        try (RaUnderTest ra = new RaUnderTest();
                Peer caller = new Peer(ra.udpPort);
                Peer second = new Peer(ra.udpPort)) {
            caller.send(caller.invite("a"));
            RequestEvent invite = invited(ra);
            ra.provider().getNewDialog(invite.getServerTransaction());
            invite.getServerTransaction()
                    .sendResponse(ra.provider().getMessageFactory().createResponse(200, invite.getRequest()));
            Message answered = caller.expect(200, "INVITE");

            ra.slee.stopService();

            second.send(second.invite("x"));
            second.expect(503, "INVITE");
            caller.send(caller.request("ACK", answered.contactUri(), answered.header("To"), 1, "k"));
            ra.slee.next("javax.sip.Dialog.ACK");
        }
    }

    @Test
    void aRepeatedInviteIsNotCountedAgain() throws Exception {
        try (RaUnderTest ra = new RaUnderTest("maxNewCallsPerSecond", "1");
                Peer caller = new Peer(ra.udpPort)) {
            caller.send(caller.invite("a"));
            RequestEvent invite = invited(ra);
            caller.send(caller.invite("a"));
            caller.send(caller.invite("a"));
            invite.getServerTransaction()
                    .sendResponse(ra.provider().getMessageFactory().createResponse(180, invite.getRequest()));
            caller.expect(180, "INVITE");
            caller.send(caller.invite("a"));
            caller.expect(180, "INVITE");
        }
    }

    @Test
    void noCallIsTakenWhileTooManyDialogsExistAndRequestsInThemGoOn() throws Exception {
        try (RaUnderTest ra = new RaUnderTest("maxDialogs", "1");
                Peer caller = new Peer(ra.udpPort);
                Peer second = new Peer(ra.udpPort)) {
            caller.send(caller.invite("a"));
            RequestEvent invite = invited(ra);
            DialogActivity dialog = (DialogActivity) ra.provider().getNewDialog(invite.getServerTransaction());
            Response ok = ra.provider().getMessageFactory().createResponse(200, invite.getRequest());
            invite.getServerTransaction().sendResponse(ok);
            Message answered = caller.expect(200, "INVITE");

            second.send(second.invite("x"));
            second.expect(503, "INVITE");

            caller.send(caller.request("ACK", answered.contactUri(), answered.header("To"), 1, "k"));
            ra.slee.next("javax.sip.Dialog.ACK");
            caller.send(caller.request("INVITE", answered.contactUri(), answered.header("To"), 2, "re"));
            ra.slee.next("javax.sip.Dialog.INVITE");
            dialog.delete();
            second.send(second.invite("y").replace(second.callId, second.callId + "y"));
            invited(ra);
        }
    }

    @Test
    void whatTheSleeRefusesGets503AndTheNextCallsAreRefusedEarly() throws Exception {
        try (RaUnderTest ra = new RaUnderTest();
                Peer caller = new Peer(ra.udpPort)) {
            ra.slee.refusing = true;
            caller.send(caller.invite("a"));
            Message refused = caller.expect(503, "INVITE");
            assertThat(refused.header("Retry-After")).isNotNull();
            ra.slee.refusing = false;
            caller.send(caller.invite("b").replace(caller.callId, caller.callId + "b"));
            caller.expect(503, "INVITE");
            ra.slee.awaitNoActivity();
            ra.later(1);
            caller.send(caller.invite("c").replace(caller.callId, caller.callId + "c"));
            invited(ra);
        }
    }

    @Test
    void aSleeThatLagsIsSpared() throws Exception {
        try (RaUnderTest ra = new RaUnderTest("maxLagMillis", "500");
                Peer caller = new Peer(ra.udpPort)) {
            ra.slee.handler = fired -> {
                if (fired.name().endsWith("INVITE")) {
                    ra.ahead.addAndGet(600_000_000L);
                }
            };
            caller.send(caller.invite("a"));
            org.awaitility.Awaitility.await().until(() -> ra.ahead.get() > 0);
            org.awaitility.Awaitility.await()
                    .pollInterval(java.time.Duration.ofMillis(10))
                    .untilAsserted(() -> {
                        String number = Long.toString(System.nanoTime());
                        caller.send(caller.invite("b" + number).replace(caller.callId, caller.callId + number));
                        Message answer = caller.poll(300);
                        assertThat(answer).isNotNull();
                        assertThat(answer.status()).isEqualTo(503);
                    });
        }
    }
}
