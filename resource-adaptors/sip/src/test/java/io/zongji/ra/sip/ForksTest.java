package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sip.ResponseEvent;
import javax.sip.address.Address;
import javax.sip.message.Request;
import net.java.slee.resource.sip.DialogActivity;
import net.java.slee.resource.sip.DialogForkedEvent;
import net.java.slee.resource.sip.SleeSipProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call of ours that rings at several phones; the one peer of the test speaks for all of them by different To tags. */
class ForksTest {

    private static final String FORKED = "javax.sip.Dialog.FORKED";
    private static final String SUCCESS = "javax.sip.message.Response.SUCCESS";
    private static final String PROVISIONAL = "javax.sip.message.Response.PROVISIONAL";

    private RaUnderTest ra;
    private FakeSlee slee;
    private Peer phones;
    private DialogActivity dialog;
    private Message invite;

    @BeforeEach
    void call() throws Exception {
        ra = new RaUnderTest();
        slee = ra.slee;
        phones = new Peer(ra.udpPort);
        SleeSipProvider provider = ra.provider();
        Address from = provider.getAddressFactory().createAddress("sip:hotline@127.0.0.1");
        Address to = provider.getAddressFactory().createAddress("sip:1001@127.0.0.1:" + phones.port());
        dialog = provider.getNewDialog(from, to);
        dialog.sendRequest(dialog.createRequest(Request.INVITE));
        invite = phones.expect("INVITE");
    }

    @AfterEach
    void stop() {
        phones.close();
        ra.close();
    }

    private void answer(int status, String tag) throws Exception {
        phones.send(phones.response(status, invite).replace(";tag=" + phones.tag, ";tag=" + tag));
    }

    private void firstRings() throws Exception {
        answer(180, "first");
        assertThat(slee.next(PROVISIONAL).activity()).isSameAs(dialog);
    }

    private FakeSlee.Fired forked() throws Exception {
        FakeSlee.Fired forked = slee.next(FORKED);
        assertThat(forked.activity()).isSameAs(dialog);
        return forked;
    }

    private static DialogActivity forkOf(FakeSlee.Fired forked) {
        return (DialogActivity) ((DialogForkedEvent) forked.event()).getForkedDialog();
    }

    private void hangUp(DialogActivity winner, String tag) throws Exception {
        winner.sendAck(winner.createAck(1));
        assertThat(phones.expect("ACK").tag("To")).isEqualTo(tag);
        winner.sendRequest(winner.createRequest(Request.BYE));
        Message bye = phones.expect("BYE");
        assertThat(bye.tag("To")).isEqualTo(tag);
        phones.send(phones.response(200, bye));
        assertThat(slee.next(SUCCESS).activity()).isSameAs(winner);
        slee.awaitNoActivity();
    }

    @Test
    void aSecondPhoneThatRingsHasADialogOfItsOwnAndMayWin() throws Exception {
        firstRings();
        answer(180, "second");
        FakeSlee.Fired event = forked();
        slee.handled(event);
        DialogActivity fork = forkOf(event);
        assertThat(fork.getRemoteTag()).isEqualTo("second");
        assertThat(slee.activities).containsValues(dialog, fork);

        answer(200, "second");
        FakeSlee.Fired success = slee.next(SUCCESS);
        assertThat(success.activity()).isSameAs(fork);
        assertThat(((ResponseEvent) success.event()).getDialog()).isSameAs(fork);
        slee.awaitEnd(dialog);

        hangUp(fork, "second");
    }

    @Test
    void aSecondPhoneThatAnswersAtOnceWins() throws Exception {
        firstRings();
        answer(200, "second");
        FakeSlee.Fired event = forked();
        assertThat(((DialogForkedEvent) event.event()).getResponse().getStatusCode())
                .isEqualTo(200);
        slee.handled(event);
        slee.awaitEnd(dialog);

        hangUp(forkOf(event), "second");
    }

    @Test
    void theFirstPhoneWinsAndTheOthersEnd() throws Exception {
        firstRings();
        answer(180, "second");
        FakeSlee.Fired event = forked();
        slee.handled(event);

        answer(200, "first");
        assertThat(slee.next(SUCCESS).activity()).isSameAs(dialog);
        slee.awaitEnd(forkOf(event));
        dialog.sendAck(dialog.createAck(1));
        phones.expect("ACK");
        answer(200, "second");
        assertThat(phones.expect("ACK").tag("To")).isEqualTo("second");
        Message bye = phones.expect("BYE");
        assertThat(bye.tag("To")).isEqualTo("second");
        phones.send(phones.response(200, bye));

        dialog.sendRequest(dialog.createRequest(Request.BYE));
        phones.send(phones.response(200, phones.expect("BYE")));
        assertThat(slee.next(SUCCESS).activity()).isSameAs(dialog);
        slee.awaitNoActivity();
    }

    @Test
    void anSbbThatDoesNotCareHasOneDialogThatFollowsThePhones() throws Exception {
        firstRings();
        answer(180, "second");
        slee.unhandled(forked());
        assertThat(slee.next(PROVISIONAL).activity()).isSameAs(dialog);
        assertThat(dialog.getRemoteTag()).isEqualTo("second");

        answer(200, "first");
        assertThat(slee.next(SUCCESS).activity()).isSameAs(dialog);

        hangUp(dialog, "first");
    }
}
