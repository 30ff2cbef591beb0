package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sip.DialogState;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.message.Response;
import net.java.slee.resource.sip.CancelRequestEvent;
import net.java.slee.resource.sip.DialogActivity;
import net.java.slee.resource.sip.SleeSipProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncomingCallTest {

    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\n";

    private RaUnderTest ra;
    private FakeSlee slee;
    private SleeSipProvider provider;
    private Peer caller;

    @BeforeEach
    void start() throws Exception {
        ra = new RaUnderTest();
        slee = ra.slee;
        provider = ra.provider();
        caller = new Peer(ra.udpPort);
    }

    @AfterEach
    void stop() {
        caller.close();
        ra.close();
    }

    private Response response(int status, RequestEvent event) throws Exception {
        return provider.getMessageFactory().createResponse(status, event.getRequest());
    }

    /** INVITE, 180, 200, ACK; leaves the dialog confirmed. */
    private DialogActivity answered(String... inviteHeaders) throws Exception {
        caller.send(caller.invite("a", inviteHeaders));
        return answerNext();
    }

    private DialogActivity answerNext() throws Exception {
        FakeSlee.Fired invite = slee.next("javax.sip.message.Request.INVITE");
        RequestEvent event = (RequestEvent) invite.event();
        DialogActivity dialog = (DialogActivity) provider.getNewDialog(event.getServerTransaction());
        event.getServerTransaction().sendResponse(response(180, event));
        Response ok = response(200, event);
        ok.setContent(SDP, provider.getHeaderFactory().createContentTypeHeader("application", "sdp"));
        event.getServerTransaction().sendResponse(ok);
        return dialog;
    }

    private void ack(Message ok, String branch) throws Exception {
        caller.send(caller.request("ACK", ok.contactUri(), ok.header("To"), ok.cseq(), branch));
    }

    @Test
    void anIncomingCallIsAnsweredAndEndedByTheCaller() throws Exception {
        DialogActivity dialog = answered();
        Message ringing = caller.expect(180, "INVITE");
        Message ok = caller.expect(200, "INVITE");

        assertThat(ok.tag("To")).isNotNull().isEqualTo(ringing.tag("To"));
        assertThat(ok.contactUri()).isEqualTo("sip:hotline@127.0.0.1:" + ra.udpPort);
        assertThat(ok.header("Server")).isEqualTo("Zongji");
        assertThat(ok.body()).isEqualTo(SDP);
        assertThat(slee.ended.poll(1, TimeUnit.SECONDS)).isInstanceOf(ServerTransaction.class);

        ack(ok, "ack");
        FakeSlee.Fired acked = slee.next("javax.sip.Dialog.ACK");
        assertThat(acked.activity()).isSameAs(dialog);
        assertThat(dialog.getState()).isEqualTo(DialogState.CONFIRMED);

        caller.send(caller.request("BYE", ok.contactUri(), ok.header("To"), 2, "bye"));
        FakeSlee.Fired bye = slee.next("javax.sip.Dialog.BYE");
        RequestEvent event = (RequestEvent) bye.event();
        assertThat(event.getDialog()).isSameAs(dialog);
        event.getServerTransaction().sendResponse(response(200, event));
        caller.expect(200, "BYE");
        assertThat(slee.ended.poll(1, TimeUnit.SECONDS)).isSameAs(dialog);
        slee.awaitNoActivity();
    }

    /** The stack loses an ACK that comes while it has sent the answer but not yet begun to repeat it. */
    @Test
    void anAnswerThatIsAcknowledgedAtOnceIsNotRepeated() throws Exception {
        List<Peer> peers = new ArrayList<>();
        ExecutorService network = Executors.newSingleThreadExecutor();
        try {
            for (int i = 0; i < 150; i++) {
                Peer quick = new Peer(ra.udpPort);
                peers.add(quick);
                quick.send(quick.invite("quick" + i));
                Future<?> acknowledged = network.submit(() -> {
                    Message ok = quick.expect(200, "INVITE");
                    quick.send(quick.request(
                            "ACK", ok.contactUri(), ok.header("To"), ok.cseq(), "quickack" + quick.port()));
                    return null;
                });
                answerNext();
                acknowledged.get(5, TimeUnit.SECONDS);
                slee.next("javax.sip.Dialog.ACK");
            }
            Message repeated = peers.get(peers.size() - 1).poll(700);
            assertThat(repeated).as("the last answer again").isNull();
            for (Peer peer : peers) {
                assertThat(peer.poll(1)).as("an answer again").isNull();
            }
        } finally {
            network.shutdownNow();
            peers.forEach(Peer::close);
        }
    }

    @Test
    void anIncomingCallIsEndedByTheSbb() throws Exception {
        DialogActivity dialog = answered();
        Message ok = caller.expect(200, "INVITE");
        ack(ok, "ack");
        slee.next("javax.sip.Dialog.ACK");

        dialog.sendRequest(dialog.createRequest("BYE"));
        Message bye = caller.expect("BYE");
        assertThat(bye.requestUri()).isEqualTo("sip:alice@127.0.0.1:" + caller.port());
        caller.send(caller.response(200, bye));
        assertThat(slee.next("javax.sip.message.Response.SUCCESS").activity()).isSameAs(dialog);
        slee.awaitEnd(dialog);
        slee.awaitNoActivity();
    }

    @Test
    void aRepeatedInviteStartsNothingTwice() throws Exception {
        String invite = caller.invite("a");
        caller.send(invite);
        slee.next("javax.sip.message.Request.INVITE");
        caller.send(invite);
        caller.send(invite);
        assertThat(slee.events.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThat(slee.activities).hasSize(1);
    }

    @Test
    void a200IsRepeatedUntilItIsAcknowledged() throws Exception {
        answered();
        Message ok = caller.expect(200, "INVITE");
        Message again = caller.expect(200, "INVITE");
        assertThat(again.text()).isEqualTo(ok.text());
        ack(ok, "ack");
        ack(ok, "ack2");
        slee.next("javax.sip.Dialog.ACK");
        assertThat(slee.events.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aCancelledCallEndsWith487() throws Exception {
        caller.send(caller.invite("a"));
        RequestEvent invite =
                (RequestEvent) slee.next("javax.sip.message.Request.INVITE").event();
        DialogActivity dialog = (DialogActivity) provider.getNewDialog(invite.getServerTransaction());
        invite.getServerTransaction().sendResponse(response(180, invite));
        caller.expect(180, "INVITE");

        caller.send(caller.invite("a").replace("INVITE ", "CANCEL ").replace("1 INVITE", "1 CANCEL"));
        FakeSlee.Fired cancel = slee.next("javax.sip.message.Request.CANCEL");
        assertThat(cancel.activity()).isSameAs(invite.getServerTransaction());
        assertThat(((CancelRequestEvent) cancel.event()).getMatchingTransaction())
                .isSameAs(invite.getServerTransaction());
        assertThat(provider.acceptCancel((CancelRequestEvent) cancel.event(), false))
                .isTrue();
        caller.expect(200, "CANCEL");
        Message terminated = caller.expect(487, "INVITE");
        caller.send(caller.request("ACK", "sip:hotline@127.0.0.1", terminated.header("To"), 1, "a"));
        slee.awaitEnd(dialog);
        slee.awaitEnd(invite.getServerTransaction());
        slee.awaitNoActivity();
    }

    @Test
    void aCancelThatNoSbbTakesIsAcceptedByTheRa() throws Exception {
        caller.send(caller.invite("a"));
        slee.next("javax.sip.message.Request.INVITE");
        caller.send(caller.invite("a").replace("INVITE ", "CANCEL ").replace("1 INVITE", "1 CANCEL"));
        slee.unhandled(slee.next("javax.sip.message.Request.CANCEL"));
        caller.expect(200, "CANCEL");
        caller.expect(487, "INVITE");
        slee.awaitNoActivity();
    }

    @Test
    void aCancelForNoCallGets481() throws Exception {
        slee.activate(id -> !id.getName().equals("javax.sip.message.Request.CANCEL"));
        caller.send(caller.invite("zz").replace("INVITE ", "CANCEL ").replace("1 INVITE", "1 CANCEL"));
        caller.expect(481, "CANCEL");
    }

    /** Before the event, so that no answer can be on its way earlier. */
    @Test
    void anInviteGets100BeforeAnybodyIsTold() throws Exception {
        caller.send(caller.invite("a"));
        Message first = caller.poll(5000);
        assertThat(first.status()).isEqualTo(100);
        assertThat(first.header("To")).doesNotContain("tag=");
        slee.unhandled(slee.next("javax.sip.message.Request.INVITE"));
        assertThat(caller.poll(5000).status()).isEqualTo(404);
    }

    @Test
    void aReinviteIsAnEventOnTheDialog() throws Exception {
        DialogActivity dialog = answered();
        Message ok = caller.expect(200, "INVITE");
        ack(ok, "ack");
        slee.next("javax.sip.Dialog.ACK");
        caller.send(caller.request("INVITE", ok.contactUri(), ok.header("To"), 2, "re", SDP));
        FakeSlee.Fired reinvite = slee.next("javax.sip.Dialog.INVITE");
        assertThat(reinvite.activity()).isSameAs(dialog);
        RequestEvent event = (RequestEvent) reinvite.event();
        event.getServerTransaction().sendResponse(response(200, event));
        Message again = caller.expect(200, "INVITE");
        assertThat(again.cseq()).isEqualTo(2);
        ack(again, "ack-re");
        slee.next("javax.sip.Dialog.ACK");
        assertThat(dialog.getState()).isEqualTo(DialogState.CONFIRMED);
    }

    @Test
    void aRejectedCallLeavesNothing() throws Exception {
        caller.send(caller.invite("a"));
        RequestEvent invite =
                (RequestEvent) slee.next("javax.sip.message.Request.INVITE").event();
        provider.getNewDialog(invite.getServerTransaction());
        invite.getServerTransaction().sendResponse(response(486, invite));
        Message busy = caller.expect(486, "INVITE");
        caller.send(caller.request("ACK", "sip:hotline@127.0.0.1", busy.header("To"), 1, "a"));
        slee.awaitNoActivity();
    }

    @Test
    void aCallThatNoSbbWantsGets404() throws Exception {
        caller.send(caller.invite("a"));
        slee.unhandled(slee.next("javax.sip.message.Request.INVITE"));
        caller.expect(404, "INVITE");
        slee.awaitNoActivity();
    }

    @Test
    void aCallWhoseSbbIsGoneIsEnded() throws Exception {
        DialogActivity dialog = answered();
        Message ok = caller.expect(200, "INVITE");
        ack(ok, "ack");
        slee.next("javax.sip.Dialog.ACK");
        slee.unreferenced(dialog);
        caller.send(caller.response(200, caller.expect("BYE")));
        slee.awaitNoActivity();
    }

    @Test
    void aByeForAnUnknownDialogGets481() throws Exception {
        slee.activate(id -> !id.getName().equals("javax.sip.message.Request.BYE"));
        caller.send(caller.request("BYE", "sip:x@127.0.0.1", "<sip:x@127.0.0.1>;tag=none", 2, "b"));
        caller.expect(481, "BYE");
        assertThat(slee.events).isEmpty();
    }

    /** A caller who gave up before any answer told it a tag of ours. */
    @Test
    void aByeWithoutATagOfOursGets481() throws Exception {
        slee.activate(id -> !id.getName().equals("javax.sip.message.Request.BYE"));
        caller.send(caller.request("BYE", "sip:x@127.0.0.1", "<sip:x@127.0.0.1>", 2, "b"));
        caller.expect(481, "BYE");
        assertThat(slee.events).isEmpty();
    }

    @Test
    void aByeThatNoSbbAnswersGets200() throws Exception {
        DialogActivity dialog = answered();
        Message ok = caller.expect(200, "INVITE");
        ack(ok, "ack");
        slee.next("javax.sip.Dialog.ACK");
        caller.send(caller.request("BYE", ok.contactUri(), ok.header("To"), 2, "bye"));
        slee.unhandled(slee.next("javax.sip.Dialog.BYE"));
        caller.expect(200, "BYE");
        slee.awaitEnd(dialog);
    }

    @Test
    void aByeThatAnSbbWantsToAnswerLaterWaitsForIt() throws Exception {
        DialogActivity dialog = answered();
        Message ok = caller.expect(200, "INVITE");
        ack(ok, "ack");
        slee.next("javax.sip.Dialog.ACK");
        caller.send(caller.request("BYE", ok.contactUri(), ok.header("To"), 2, "bye"));
        slee.handled(slee.next("javax.sip.Dialog.BYE"));
        assertThat(caller.poll(50)).isNull();
        ra.later(26);
        caller.expect(200, "BYE");
        slee.awaitEnd(dialog);
    }

    @Test
    void aRegisterIsAnsweredAndItsActivityEndsAtOnce() throws Exception {
        caller.send(caller.request("REGISTER", "sip:127.0.0.1", "<sip:alice@127.0.0.1>", 1, "reg", "Expires", "60"));
        RequestEvent event =
                (RequestEvent) slee.next("javax.sip.message.Request.REGISTER").event();
        assertThat(Flow.of(event.getRequest())).isEqualTo(new Flow("udp", "127.0.0.1", caller.port()));
        event.getServerTransaction().sendResponse(response(200, event));
        Message ok = caller.expect(200, "REGISTER");
        assertThat(ok.header("Contact")).isNull();
        slee.awaitNoActivity();
    }

    @Test
    void aRequestThatItsSbbForgetsIsAnsweredInTime() throws Exception {
        caller.send(caller.request("MESSAGE", "sip:x@127.0.0.1", "<sip:x@127.0.0.1>", 1, "m"));
        slee.next("javax.sip.message.Request.MESSAGE");
        ra.later(20);
        assertThat(caller.poll(100)).isNull();
        ra.later(6);
        caller.expect(500, "MESSAGE");
        slee.awaitNoActivity();
    }
}
