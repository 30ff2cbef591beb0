package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.ResponseEvent;
import javax.sip.TimeoutEvent;
import javax.sip.address.Address;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import net.java.slee.resource.sip.DialogActivity;
import net.java.slee.resource.sip.SleeSipProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutgoingCallTest {

    private static final String SUCCESS = "javax.sip.message.Response.SUCCESS";
    private static final String PROVISIONAL = "javax.sip.message.Response.PROVISIONAL";
    private static final String CLIENT_ERROR = "javax.sip.message.Response.CLIENT_ERROR";

    private RaUnderTest ra;
    private FakeSlee slee;
    private SleeSipProvider provider;
    private Peer phone;
    private DialogActivity dialog;

    @BeforeEach
    void start() throws Exception {
        ra = new RaUnderTest();
        slee = ra.slee;
        provider = ra.provider();
        phone = new Peer(ra.udpPort);
    }

    @AfterEach
    void stop() {
        phone.close();
        ra.close();
    }

    private Address address(String uri) throws Exception {
        return provider.getAddressFactory().createAddress(uri);
    }

    private Message call() throws Exception {
        dialog = provider.getNewDialog(address("sip:hotline@127.0.0.1"), address("sip:1001@127.0.0.1"));
        Request invite = dialog.createRequest(Request.INVITE);
        invite.setRequestURI(provider.getAddressFactory().createURI("sip:phone@127.0.0.1:" + phone.port()));
        dialog.sendRequest(invite);
        return phone.expect("INVITE");
    }

    private ResponseEvent response(String name) throws Exception {
        FakeSlee.Fired fired = slee.next(name);
        assertThat(fired.activity()).isSameAs(dialog);
        return (ResponseEvent) fired.event();
    }

    private void acknowledge(ResponseEvent success) throws Exception {
        CSeqHeader cseq = (CSeqHeader) success.getResponse().getHeader(CSeqHeader.NAME);
        dialog.sendAck(dialog.createAck(cseq.getSeqNumber()));
    }

    private Message talking() throws Exception {
        Message invite = call();
        phone.send(phone.response(200, invite));
        acknowledge(response(SUCCESS));
        return phone.expect("ACK");
    }

    @Test
    void anOutgoingCallIsAnsweredAndEndedByTheSbb() throws Exception {
        Message invite = call();
        assertThat(invite.requestUri()).isEqualTo("sip:phone@127.0.0.1:" + phone.port());
        assertThat(invite.contactUri()).isEqualTo("sip:127.0.0.1:" + ra.udpPort);
        assertThat(invite.header("Max-Forwards")).isEqualTo("70");
        assertThat(invite.header("User-Agent")).isEqualTo("Zongji");
        phone.send(phone.response(100, invite));
        response("javax.sip.message.Response.TRYING");
        phone.send(phone.response(180, invite));
        ResponseEvent ringing = response(PROVISIONAL);
        assertThat(ringing.getDialog()).isSameAs(dialog);
        phone.send(phone.response(200, invite));
        acknowledge(response(SUCCESS));
        Message ack = phone.expect("ACK");
        assertThat(ack.tag("To")).isEqualTo(phone.tag);

        dialog.sendRequest(dialog.createRequest(Request.BYE));
        Message bye = phone.expect("BYE");
        assertThat(bye.cseq()).isEqualTo(2);
        phone.send(phone.response(200, bye));
        response(SUCCESS);
        assertThat(slee.ended.poll(1, TimeUnit.SECONDS)).isSameAs(dialog);
        slee.awaitNoActivity();
    }

    @Test
    void anOutgoingCallIsEndedByThePeer() throws Exception {
        Message ack = talking();
        phone.send("BYE sip:127.0.0.1:" + ra.udpPort + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + phone.port()
                + ";rport;branch=z9hG4bKb\r\nMax-Forwards: 70\r\nFrom: " + ack.header("To") + "\r\nTo: "
                + ack.header("From") + "\r\nCall-ID: " + ack.header("Call-ID")
                + "\r\nCSeq: 7 BYE\r\nContent-Length: 0\r\n\r\n");
        FakeSlee.Fired bye = slee.next("javax.sip.Dialog.BYE");
        assertThat(bye.activity()).isSameAs(dialog);
        slee.unhandled(bye);
        phone.expect(200, "BYE");
        slee.awaitNoActivity();
    }

    @Test
    void aRepeated200IsAcknowledgedAgainWithoutTheSbb() throws Exception {
        Message invite = call();
        String ok = phone.response(200, invite);
        phone.send(ok);
        acknowledge(response(SUCCESS));
        Message ack = phone.expect("ACK");
        phone.send(ok);
        Message again = phone.expect("ACK");
        assertThat(again.header("CSeq")).isEqualTo(ack.header("CSeq"));
        assertThat(again.requestUri()).isEqualTo(ack.requestUri());
        assertThat(slee.events.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void a200RepeatedAfterTheDialogIsGoneIsStillAcknowledged() throws Exception {
        Message invite = call();
        String ok = phone.response(200, invite);
        phone.send(ok);
        acknowledge(response(SUCCESS));
        phone.expect("ACK");
        dialog.sendRequest(dialog.createRequest(Request.BYE));
        phone.send(phone.response(200, phone.expect("BYE")));
        response(SUCCESS);
        phone.send(ok);
        phone.expect("ACK");
    }

    @Test
    void aRefusedCallEndsItsDialog() throws Exception {
        Message invite = call();
        phone.send(phone.response(486, invite));
        assertThat(response(CLIENT_ERROR).getResponse().getStatusCode()).isEqualTo(486);
        phone.expect("ACK");
        slee.awaitNoActivity();
    }

    @Test
    void aRingingCallIsCancelled() throws Exception {
        Message invite = call();
        phone.send(phone.response(180, invite));
        response(PROVISIONAL);
        assertThat(dialog.sendCancel()).isNotNull();
        Message cancel = phone.expect("CANCEL");
        assertThat(cancel.header("Via")).isEqualTo(invite.header("Via"));
        phone.send(phone.response(200, cancel));
        phone.send(phone.response(487, invite));
        assertThat(response(CLIENT_ERROR).getResponse().getStatusCode()).isEqualTo(487);
        phone.expect("ACK");
        slee.awaitNoActivity();
    }

    @Test
    void aCancelBeforeAnyAnswerWaitsForTheFirst() throws Exception {
        Message invite = call();
        assertThat(dialog.sendCancel()).isNull();
        Message next = phone.poll(300);
        assertThat(next == null || next.method().equals("INVITE")).isTrue();
        phone.send(phone.response(180, invite));
        phone.send(phone.response(200, phone.expect("CANCEL")));
        phone.send(phone.response(487, invite));
        response(PROVISIONAL);
        response(CLIENT_ERROR);
        slee.awaitNoActivity();
    }

    @Test
    void anAnswerThatCrossesTheCancelIsAcknowledgedAndEnded() throws Exception {
        Message invite = call();
        phone.send(phone.response(180, invite));
        response(PROVISIONAL);
        dialog.sendCancel();
        phone.expect("CANCEL");
        phone.send(phone.response(200, invite));
        phone.expect("ACK");
        phone.send(phone.response(200, phone.expect("BYE")));
        assertThat(response(CLIENT_ERROR).getResponse().getStatusCode()).isEqualTo(487);
        assertThat(slee.events.poll(200, TimeUnit.MILLISECONDS)).isNull();
        slee.awaitNoActivity();
    }

    @Test
    void aCancelAfterTheAnswerHangsUp() throws Exception {
        Message invite = call();
        phone.send(phone.response(200, invite));
        response(SUCCESS);
        assertThat(dialog.sendCancel()).isNull();
        phone.expect("ACK");
        phone.send(phone.response(200, phone.expect("BYE")));
        slee.awaitNoActivity();
    }

    @Test
    void aSecondForkThatAnswersIsAcknowledgedAndEnded() throws Exception {
        Message invite = call();
        phone.send(phone.response(200, invite));
        acknowledge(response(SUCCESS));
        phone.expect("ACK");
        phone.send(phone.response(200, invite).replace(";tag=" + phone.tag, ";tag=other"));
        Message ack = phone.expect("ACK");
        assertThat(ack.tag("To")).isEqualTo("other");
        Message bye = phone.expect("BYE");
        assertThat(bye.tag("To")).isEqualTo("other");
        assertThat(dialog.getRemoteTag()).isEqualTo(phone.tag);
        assertThat(slee.activities).hasSize(1);
    }

    @Test
    void aCallToNobodyTimesOut() throws Exception {
        dialog = provider.getNewDialog(address("sip:hotline@127.0.0.1"), address("sip:1001@127.0.0.1"));
        Request invite = dialog.createRequest(Request.INVITE);
        invite.setRequestURI(provider.getAddressFactory().createURI("sip:phone@127.0.0.1:" + phone.port()));
        ClientTransaction sent = provider.getNewClientTransaction(invite);
        sent.setRetransmitTimer(10);
        dialog.sendRequest(sent);
        FakeSlee.Fired timeout = slee.next("javax.sip.Timeout.TRANSACTION");
        assertThat(timeout.activity()).isSameAs(dialog);
        assertThat(((TimeoutEvent) timeout.event()).getClientTransaction()).isSameAs(sent);
        slee.awaitNoActivity();
    }

    @Test
    void aReinviteAndAnInfoGoThroughTheDialog() throws Exception {
        talking();
        dialog.sendRequest(dialog.createRequest(Request.INVITE));
        Message reinvite = phone.expect("INVITE");
        assertThat(reinvite.tag("To")).isEqualTo(phone.tag);
        phone.send(phone.response(200, reinvite));
        acknowledge(response(SUCCESS));
        phone.expect("ACK");
        dialog.sendRequest(dialog.createRequest(Request.INFO));
        phone.send(phone.response(200, phone.expect("INFO")));
        response(SUCCESS);
        assertThat(slee.activities).hasSize(1);
    }

    @Test
    void a481ToARequestInTheDialogMeansThatThePeerIsGone() throws Exception {
        talking();
        dialog.sendRequest(dialog.createRequest(Request.INFO));
        phone.send(phone.response(481, phone.expect("INFO")));
        response(CLIENT_ERROR);
        assertThat(slee.next("javax.sip.Timeout.Dialog").activity()).isSameAs(dialog);
        slee.awaitNoActivity();
    }

    @Test
    void aRingingCallWhoseSbbIsGoneIsCancelled() throws Exception {
        Message invite = call();
        phone.send(phone.response(180, invite));
        response(PROVISIONAL);
        slee.unreferenced(dialog);
        phone.send(phone.response(200, phone.expect("CANCEL")));
        phone.send(phone.response(487, invite));
        response(CLIENT_ERROR);
        slee.awaitNoActivity();
    }

    @Test
    void aRequestOutOfADialogHasItsOwnActivity() throws Exception {
        DialogActivity scratch = provider.getNewDialog(address("sip:hotline@127.0.0.1"), address("sip:1001@127.0.0.1"));
        Request options = scratch.createRequest(Request.OPTIONS);
        scratch.delete();
        options.setRequestURI(provider.getAddressFactory().createURI("sip:phone@127.0.0.1:" + phone.port()));
        ClientTransaction sent = provider.getNewClientTransaction(options);
        sent.sendRequest();
        phone.send(phone.response(200, phone.expect("OPTIONS")));
        assertThat(slee.next(SUCCESS).activity()).isSameAs(sent);
    }

    @Test
    void aPhoneThatIgnoresTheCancelIsGivenUp() throws Exception {
        Message invite = call();
        phone.send(phone.response(180, invite));
        response(PROVISIONAL);
        dialog.sendCancel();
        phone.expect("CANCEL");
        ra.later(35);
        assertThat(slee.next("javax.sip.Timeout.Dialog").activity()).isSameAs(dialog);
        slee.awaitNoActivity();
    }

    @Test
    void aPhoneWhoseTcpPortIsClosedTimesOutWithoutKeepingTheSbb() throws Exception {
        dialog = provider.getNewDialog(address("sip:hotline@127.0.0.1"), address("sip:1001@127.0.0.1"));
        Request invite = dialog.createRequest(Request.INVITE);
        invite.setRequestURI(provider.getAddressFactory()
                .createURI("sip:phone@127.0.0.1:" + RaUnderTest.freeTcpPort() + ";transport=tcp"));
        dialog.sendRequest(invite);
        assertThat(slee.next("javax.sip.Timeout.TRANSACTION").activity()).isSameAs(dialog);
        slee.awaitNoActivity();
    }
}
