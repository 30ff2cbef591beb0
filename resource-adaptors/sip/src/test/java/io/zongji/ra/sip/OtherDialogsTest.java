package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sip.ClientTransaction;
import javax.sip.RequestEvent;
import javax.sip.address.Address;
import javax.sip.header.CSeqHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import net.java.slee.resource.sip.CancelRequestEvent;
import net.java.slee.resource.sip.DialogActivity;
import net.java.slee.resource.sip.SleeSipProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dialogs that are no calls, calls whose dialog an SBB makes late, and requests that belong to no dialog of ours. */
class OtherDialogsTest {

    private static final String SUCCESS = "javax.sip.message.Response.SUCCESS";

    private RaUnderTest ra;
    private FakeSlee slee;
    private SleeSipProvider provider;
    private Peer phone;

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

    /** As an SBB builds one from its parts. */
    private Request request(String method) throws Exception {
        HeaderFactory headers = provider.getHeaderFactory();
        return provider.getMessageFactory()
                .createRequest(
                        provider.getAddressFactory().createURI("sip:phone@127.0.0.1:" + phone.port()),
                        method,
                        provider.getNewCallId(),
                        headers.createCSeqHeader(1L, method),
                        headers.createFromHeader(address("sip:a@127.0.0.1"), "own"),
                        headers.createToHeader(address("sip:b@127.0.0.1"), null),
                        List.of(provider.getLocalVia("udp", null)),
                        headers.createMaxForwardsHeader(70));
    }

    private String inDialog(String method, Message first, long cseq, String... more) {
        String text = phone.request(method, "sip:127.0.0.1:" + ra.udpPort, first.header("From"), cseq, method, more);
        return text.replaceFirst("From: .*", "From: " + first.header("To") + ";tag=" + phone.tag)
                .replaceFirst("Call-ID: .*", "Call-ID: " + first.header("Call-ID"));
    }

    @Test
    void aDialogIsMadeFromAClientTransaction() throws Exception {
        ClientTransaction transaction = provider.getNewClientTransaction(request(Request.INVITE));
        DialogActivity dialog = (DialogActivity) provider.getNewDialog(transaction);
        transaction.sendRequest();
        Message invite = phone.expect("INVITE");
        assertThat(invite.headers("Via")).hasSize(1);
        phone.send(phone.response(200, invite));
        FakeSlee.Fired success = slee.next(SUCCESS);
        assertThat(success.activity()).isSameAs(dialog);
        dialog.sendAck(dialog.createAck(1));
        phone.expect("ACK");

        dialog.sendRequest(dialog.createRequest(Request.BYE));
        phone.send(phone.response(200, phone.expect("BYE")));
        slee.next(SUCCESS);
        slee.awaitNoActivity();
    }

    @Test
    void aSubscriptionOfThePeerIsNotifiedAndRefreshed() throws Exception {
        phone.send(phone.request(
                "SUBSCRIBE",
                "sip:127.0.0.1:" + ra.udpPort,
                "<sip:b@127.0.0.1>",
                1,
                "s",
                "Event",
                "presence",
                "Expires",
                "60"));
        FakeSlee.Fired subscribe = slee.next("javax.sip.message.Request.SUBSCRIBE");
        RequestEvent event = (RequestEvent) subscribe.event();
        DialogActivity dialog = (DialogActivity) provider.getNewDialog(event.getServerTransaction());
        Response ok = provider.getMessageFactory().createResponse(200, event.getRequest());
        ok.addHeader(provider.getHeaderFactory().createExpiresHeader(60));
        event.getServerTransaction().sendResponse(ok);
        Message accepted = phone.expect(200, "SUBSCRIBE");
        assertThat(accepted.header("Contact")).isNotNull();

        Request notify = dialog.createRequest(Request.NOTIFY);
        notify.addHeader(provider.getHeaderFactory().createEventHeader("presence"));
        notify.addHeader(provider.getHeaderFactory().createSubscriptionStateHeader("active"));
        dialog.sendRequest(notify);
        phone.send(phone.response(200, phone.expect("NOTIFY")));
        assertThat(slee.next(SUCCESS).activity()).isSameAs(dialog);

        phone.send(phone.request(
                "SUBSCRIBE",
                accepted.contactUri(),
                accepted.header("To"),
                2,
                "s2",
                "Event",
                "presence",
                "Expires",
                "0"));
        FakeSlee.Fired again = slee.next("javax.sip.Dialog.SUBSCRIBE");
        assertThat(again.activity()).isSameAs(dialog);
        RequestEvent end = (RequestEvent) again.event();
        Response ended = provider.getMessageFactory().createResponse(200, end.getRequest());
        ended.addHeader(provider.getHeaderFactory().createExpiresHeader(0));
        end.getServerTransaction().sendResponse(ended);
        phone.expect(200, "SUBSCRIBE");
        dialog.delete();
        slee.awaitNoActivity();
    }

    @Test
    void aSubscriptionOfOursIsNotified() throws Exception {
        DialogActivity dialog = provider.getNewDialog(address("sip:a@127.0.0.1"), address("sip:b@127.0.0.1"));
        Request subscribe = dialog.createRequest(Request.SUBSCRIBE);
        subscribe.setRequestURI(provider.getAddressFactory().createURI("sip:phone@127.0.0.1:" + phone.port()));
        subscribe.addHeader(provider.getHeaderFactory().createEventHeader("presence"));
        dialog.sendRequest(subscribe);
        Message sent = phone.expect("SUBSCRIBE");
        phone.send(phone.response(200, sent, "Expires", "60"));
        assertThat(slee.next(SUCCESS).activity()).isSameAs(dialog);

        phone.send(inDialog("NOTIFY", sent, 7, "Event", "presence", "Subscription-State", "active"));
        FakeSlee.Fired notify = slee.next("javax.sip.Dialog.NOTIFY");
        assertThat(notify.activity()).isSameAs(dialog);
        RequestEvent event = (RequestEvent) notify.event();
        event.getServerTransaction().sendResponse(provider.getMessageFactory().createResponse(200, event.getRequest()));
        phone.expect(200, "NOTIFY");
        dialog.delete();
        slee.awaitNoActivity();
    }

    @Test
    void aCancelThatMatchesNothingIsAnActivityOfItsOwn() throws Exception {
        phone.send(phone.request("CANCEL", "sip:127.0.0.1:" + ra.udpPort, "<sip:b@127.0.0.1>", 1, "c"));
        FakeSlee.Fired cancel = slee.next("javax.sip.message.Request.CANCEL");
        CancelRequestEvent event = (CancelRequestEvent) cancel.event();
        assertThat(cancel.activity()).isSameAs(event.getServerTransaction());
        assertThat(event.getMatchingTransaction()).isNull();

        assertThat(provider.acceptCancel(event, false)).isFalse();

        phone.expect(481, "CANCEL");
        slee.awaitNoActivity();
    }

    @Test
    void anAcknowledgementWithoutADialogEndsWithItsEvent() throws Exception {
        phone.send(phone.request("ACK", "sip:x@127.0.0.1:" + phone.port(), "<sip:b@127.0.0.1>;tag=b", 1, "k"));
        FakeSlee.Fired ack = slee.next("javax.sip.message.Request.ACK");
        assertThat(ack.activity()).isSameAs(((RequestEvent) ack.event()).getServerTransaction());
        assertThat(((CSeqHeader) ((RequestEvent) ack.event()).getRequest().getHeader("CSeq")).getMethod())
                .isEqualTo("ACK");

        slee.unhandled(ack);

        slee.awaitNoActivity();
    }

    @Test
    void aFurtherInviteOfADialogThatWeDoNotHaveIsRefused() throws Exception {
        phone.send(phone.request("INVITE", "sip:127.0.0.1:" + ra.udpPort, "<sip:b@127.0.0.1>;tag=gone", 5, "i"));
        phone.expect(481, "INVITE");
        assertThat(slee.events).isEmpty();

        phone.send(phone.request("BYE", "sip:127.0.0.1:" + ra.udpPort, "<sip:b@127.0.0.1>;tag=gone", 6, "b"));
        slee.unhandled(slee.next("javax.sip.message.Request.BYE"));
        phone.expect(481, "BYE");
    }
}
