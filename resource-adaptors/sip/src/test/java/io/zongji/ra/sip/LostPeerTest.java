package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import net.java.slee.resource.sip.DialogActivity;
import net.java.slee.resource.sip.DialogTimeoutEvent;
import net.java.slee.resource.sip.SleeSipProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostPeerTest {

    private RaUnderTest ra;
    private SleeSipProvider provider;
    private Peer peer;
    private Message ok;

    @BeforeEach
    void start() throws Exception {
        ra = new RaUnderTest("sessionExpiresSeconds", "1800", "probeSeconds", "60");
        provider = ra.provider();
        peer = new Peer(ra.udpPort);
    }

    @AfterEach
    void stop() {
        peer.close();
        ra.close();
    }

    private DialogActivity answered(String... inviteHeaders) throws Exception {
        DialogActivity dialog = unacknowledged(inviteHeaders);
        peer.send(peer.request("ACK", ok.contactUri(), ok.header("To"), 1, "ack"));
        ra.slee.next("javax.sip.Dialog.ACK");
        return dialog;
    }

    private DialogActivity unacknowledged(String... inviteHeaders) throws Exception {
        peer.send(peer.invite("a", inviteHeaders));
        RequestEvent invite =
                (RequestEvent) ra.slee.next("javax.sip.message.Request.INVITE").event();
        DialogActivity dialog = (DialogActivity) provider.getNewDialog(invite.getServerTransaction());
        Response response = provider.getMessageFactory().createResponse(200, invite.getRequest());
        invite.getServerTransaction().sendResponse(response);
        ok = peer.expect(200, "INVITE");
        return dialog;
    }

    @Test
    void onlyWhatIsNotKnownAnyMoreEndsWhenTheSleeAsksForIt() throws Exception {
        DialogActivity dialog = answered();
        SipActivityHandle forgotten = new SipActivityHandle("sip", 4711);
        ra.slee.activities.put(forgotten, "forgotten");

        ra.adaptor.queryLiveness(ra.adaptor.getActivityHandle(dialog));
        ra.adaptor.queryLiveness(forgotten);

        assertThat(ra.slee.ended).contains("forgotten").doesNotContain(dialog);
    }

    @Test
    void whatAnOperatorRemovesAsTheAnswerGoesOutEndsOnTheWireToo() throws Exception {
        AnsweringRa.answerAll(ra);
        for (int i = 0; i < 20; i++) {
            try (Peer caller = new Peer(ra.udpPort)) {
                caller.send(caller.invite("r" + i));
                Message answer = caller.expect(200, "INVITE");
                Object dialog = ra.slee.activities.values().stream()
                        .filter(DialogActivity.class::isInstance)
                        .findFirst()
                        .orElseThrow();
                ra.adaptor.administrativeRemove(ra.adaptor.getActivityHandle(dialog));
                assertThat(caller.poll(20)).as("what comes before the ACK").isNull();
                caller.send(caller.request("ACK", answer.contactUri(), answer.header("To"), 1, "ack"));
                Message bye = caller.expect("BYE");
                caller.send(caller.response(200, bye));
                ra.slee.awaitNoActivity();
            }
        }
    }

    private void expectLost(DialogActivity dialog) throws Exception {
        FakeSlee.Fired lost = ra.slee.next("javax.sip.Timeout.Dialog");
        assertThat(lost.activity()).isSameAs(dialog);
        assertThat(((DialogTimeoutEvent) lost.event()).getDialog()).isSameAs(dialog);
        ra.slee.awaitNoActivity();
    }

    @Test
    void aSilentPeerIsAskedAndStaysWhenItAnswers() throws Exception {
        answered();
        ra.later(61);
        peer.send(peer.response(200, peer.expect("OPTIONS")));
        assertThat(ra.slee.events.poll(200, TimeUnit.MILLISECONDS)).isNull();
        ra.later(30);
        assertThat(peer.poll(200)).isNull();
        ra.later(31);
        peer.send(peer.response(405, peer.expect("OPTIONS")));
        assertThat(ra.slee.events.poll(200, TimeUnit.MILLISECONDS)).isNull();
        assertThat(ra.slee.activities).hasSize(1);
    }

    @Test
    void aPeerThatKnowsNothingOfTheDialogIsLost() throws Exception {
        DialogActivity dialog = answered();
        ra.later(61);
        peer.send(peer.response(481, peer.expect("OPTIONS")));
        expectLost(dialog);
    }

    @Test
    void aPeerThatAnswersNothingIsLostAndGetsABye() throws Exception {
        DialogActivity dialog = answered();
        ra.later(61);
        peer.send(peer.response(408, peer.expect("OPTIONS")));
        expectLost(dialog);
        peer.expect("BYE");
    }

    @Test
    void anAnswerWithoutAckIsGivenUp() throws Exception {
        DialogActivity dialog = unacknowledged();
        ra.later(37);
        expectLost(dialog);
        peer.expect("BYE");
    }

    @Test
    void aCallerWithSessionTimerMustRefresh() throws Exception {
        DialogActivity dialog = answered("Supported", "timer", "Session-Expires", "120", "Allow", "UPDATE");
        assertThat(ok.header("Session-Expires")).isEqualTo("120;refresher=uac");
        assertThat(ok.header("Require")).isEqualTo("timer");
        ra.later(50);
        peer.send(peer.request(
                "UPDATE", ok.contactUri(), ok.header("To"), 2, "u", "Supported", "timer", "Session-Expires", "120"));
        ra.slee.unhandled(ra.slee.next("javax.sip.Dialog.UPDATE"));
        Message refreshed = peer.expect(200, "UPDATE");
        assertThat(refreshed.header("Session-Expires")).isEqualTo("120;refresher=uac");
        ra.later(55);
        assertThat(ra.slee.events.poll(100, TimeUnit.MILLISECONDS)).isNull();
        ra.later(40);
        expectLost(dialog);
        peer.expect("BYE");
    }

    @Test
    void weRefreshWhenTheCallerAsksUsTo() throws Exception {
        answered("Supported", "timer", "Session-Expires", "120;refresher=uas", "Allow", "INVITE, UPDATE");
        assertThat(ok.header("Session-Expires")).isEqualTo("120;refresher=uas");
        for (int round = 0; round < 3; round++) {
            ra.later(61);
            Message update = peer.expect("UPDATE");
            assertThat(update.header("Session-Expires")).isEqualTo("120;refresher=uac");
            assertThat(update.contactUri()).contains(Integer.toString(ra.udpPort));
            peer.send(peer.response(200, update, "Session-Expires", "120;refresher=uac"));
            org.awaitility.Awaitility.await().until(() -> ra.slee.events.isEmpty());
            assertThat(peer.poll(100)).isNull();
        }
        assertThat(ra.slee.activities).hasSize(1);
    }

    @Test
    void aTooShortSessionIsLengthened() throws Exception {
        answered("Supported", "timer", "Session-Expires", "10");
        assertThat(ok.header("Session-Expires")).isEqualTo("90;refresher=uac");
    }

    @Test
    void aPhoneThatWeCallIsAskedToRefresh() throws Exception {
        DialogActivity dialog = provider.getNewDialog(
                provider.getAddressFactory().createAddress("sip:hotline@127.0.0.1"),
                provider.getAddressFactory().createAddress("sip:1001@127.0.0.1"));
        Request request = dialog.createRequest(Request.INVITE);
        request.setRequestURI(provider.getAddressFactory().createURI("sip:phone@127.0.0.1:" + peer.port()));
        dialog.sendRequest(request);
        Message invite = peer.expect("INVITE");
        assertThat(invite.header("Session-Expires")).isEqualTo("1800;refresher=uas");
        assertThat(invite.header("Supported")).isEqualTo("timer, norefersub");
        peer.send(peer.response(200, invite, "Session-Expires", "90;refresher=uas"));
        ResponseEvent success = (ResponseEvent)
                ra.slee.next("javax.sip.message.Response.SUCCESS").event();
        CSeqHeader cseq = (CSeqHeader) success.getResponse().getHeader(CSeqHeader.NAME);
        dialog.sendAck(dialog.createAck(cseq.getSeqNumber()));
        peer.expect("ACK");
        ra.later(63);
        expectLost(dialog);
        peer.expect("BYE");
    }
}
