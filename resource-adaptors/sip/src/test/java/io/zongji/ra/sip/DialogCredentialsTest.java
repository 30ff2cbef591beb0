package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.message.Request;
import javax.sip.message.Response;
import net.java.slee.resource.sip.DialogActivity;
import net.java.slee.resource.sip.SleeSipProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A peer that asks who we are within a dialog. */
class DialogCredentialsTest {

    private final AtomicInteger asked = new AtomicInteger();
    private RaUnderTest ra;
    private Peer peer;
    private DialogActivity dialog;

    @BeforeEach
    void aCallIsUpInWhichWeRefresh() throws Exception {
        ra = new RaUnderTest("sessionExpiresSeconds", "1800", "probeSeconds", "0");
        SleeSipProvider provider = ra.provider();
        peer = new Peer(ra.udpPort);
        peer.send(peer.invite(
                "a", "Supported", "timer", "Session-Expires", "120;refresher=uas", "Allow", "INVITE, UPDATE"));
        RequestEvent invite =
                (RequestEvent) ra.slee.next("javax.sip.message.Request.INVITE").event();
        dialog = (DialogActivity) provider.getNewDialog(invite.getServerTransaction());
        ((IdentifiedDialog) dialog).identify(null, "us", () -> {
            asked.incrementAndGet();
            return "s3cret";
        });
        invite.getServerTransaction()
                .sendResponse(provider.getMessageFactory().createResponse(200, invite.getRequest()));
        Message ok = peer.expect(200, "INVITE");
        peer.send(peer.request("ACK", ok.contactUri(), ok.header("To"), 1, "ack"));
        ra.slee.next("javax.sip.Dialog.ACK");
    }

    @AfterEach
    void stop() {
        peer.close();
        ra.close();
    }

    @Test
    void aPeerThatDoesNotAskIsToldNothing() throws Exception {
        dialog.sendRequest(dialog.createRequest(Request.BYE));
        Message bye = peer.expect("BYE");
        assertThat(bye.header("Authorization")).isNull();
        assertThat(bye.header("Proxy-Authorization")).isNull();
        peer.send(peer.response(200, bye));
        assertThat(asked).hasValue(0);
        ra.slee.awaitNoActivity();
    }

    @Test
    void theRefreshOfTheSessionIsSentAgainAndTheNextOneBringsCredentialsAlong() throws Exception {
        ra.later(61);
        Message refused = peer.expect("UPDATE");
        challenge(refused, 401, "one");
        Message update = peer.expect("UPDATE");
        assertThat(update.cseq()).isGreaterThan(refused.cseq());
        assertThat(update.header("Session-Expires")).isEqualTo("120;refresher=uac");
        assertThat(update.header("Authorization"))
                .contains("username=\"us\"", "nonce=\"one\"", "nc=00000001")
                .doesNotContain("s3cret");
        peer.send(peer.response(200, update, "Session-Expires", "120;refresher=uac"));
        assertThat(peer.poll(100)).isNull();
        ra.later(61);
        assertThat(peer.expect("UPDATE").header("Authorization")).contains("nonce=\"one\"", "nc=00000002");
        assertThat(ra.slee.events).isEmpty();
        assertThat(ra.slee.activities).hasSize(1);
    }

    @Test
    void aChangeOfTheSessionIsSentAgainWithItsDescriptionAndTheSbbSeesTheOutcomeOnly() throws Exception {
        Request invite = dialog.createRequest(Request.INVITE);
        invite.setContent(
                "v=0\r\n".getBytes(StandardCharsets.UTF_8),
                ra.provider().getHeaderFactory().createContentTypeHeader("application", "sdp"));
        dialog.sendRequest(invite);
        challenge(peer.expect("INVITE"), 407, "one");
        peer.expect("ACK");
        Message again = peer.expect("INVITE");
        assertThat(again.body()).isEqualTo("v=0\r\n");
        assertThat(again.header("Proxy-Authorization")).contains("nonce=\"one\"");
        peer.send(peer.response(200, again));
        Response success = ((ResponseEvent)
                        ra.slee.next("javax.sip.message.Response.SUCCESS").event())
                .getResponse();
        assertThat(success.getHeader("CSeq").toString()).contains(again.header("CSeq"));
        dialog.sendAck(dialog.createAck(again.cseq()));
        assertThat(peer.expect("ACK").cseq()).isEqualTo(again.cseq());
    }

    @Test
    void theEndOfTheCallIsToldAgainAlsoWhenNobodyHereIsLeftToTellIt() throws Exception {
        ra.later(200);
        ra.slee.next("javax.sip.Timeout.Dialog");
        ra.slee.awaitNoActivity();
        challenge(peer.expect("BYE"), 401, "one");
        Message bye = peer.expect("BYE");
        assertThat(bye.header("Authorization")).contains("nonce=\"one\"");
        peer.send(peer.response(200, bye));
    }

    @Test
    void whoIsNeverContentIsAskedNoMoreAndTheSbbIsToldSo() throws Exception {
        dialog.sendRequest(dialog.createRequest(Request.INVITE));
        for (int round = 0; round < 3; round++) {
            challenge(peer.expect("INVITE"), 401, "nonce" + round);
        }
        challenge(peer.expect("INVITE"), 401, "another");
        ResponseEvent refusal = (ResponseEvent)
                ra.slee.next("javax.sip.message.Response.CLIENT_ERROR").event();
        assertThat(refusal.getResponse().getStatusCode()).isEqualTo(401);
    }

    private void challenge(Message request, int status, String nonce) throws Exception {
        peer.send(peer.response(
                status,
                request,
                status == 401 ? "WWW-Authenticate" : "Proxy-Authenticate",
                "Digest realm=\"carrier\", nonce=\"" + nonce + "\", algorithm=MD5, qop=\"auth\""));
    }
}
