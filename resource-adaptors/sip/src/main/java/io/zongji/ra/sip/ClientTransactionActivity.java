package io.zongji.ra.sip;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.header.FromHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** A request that was sent. Out of a dialog it is an activity; in a dialog its responses go to the dialog. */
final class ClientTransactionActivity extends TransactionActivity<ClientTransaction> implements ClientTransaction {

    private static final long serialVersionUID = 1L;

    /** How a request of the RA's own ends; SBBs hear nothing of it. */
    @FunctionalInterface
    interface Outcome {
        /** Called once; status 408 when nothing came. The response is null then. */
        void done(int status, Response response);
    }

    private final transient Outcome ownOutcome;
    private final transient Set<SipDialogActivity> forks = ConcurrentHashMap.newKeySet(1);

    ClientTransactionActivity(SipCore core, ClientTransaction wrapped, Request request, Outcome ownOutcome) {
        super(core, wrapped, request);
        this.ownOutcome = ownOutcome;
    }

    /** Null for a request that an SBB sent. */
    Outcome ownOutcome() {
        return ownOutcome;
    }

    /** The dialogs of an INVITE beside the first one, while none has answered. */
    Set<SipDialogActivity> forks() {
        return forks;
    }

    @Override
    public void sendRequest() throws SipException {
        SipDialogActivity dialog = dialog();
        if (dialog != null) {
            dialog.sendRequest(this);
        } else {
            wrapped.sendRequest();
        }
    }

    @Override
    public Request createCancel() throws SipException {
        return wrapped.createCancel();
    }

    @Override
    @Deprecated
    public Request createAck() throws SipException {
        SipDialogActivity dialog = dialog();
        return dialog == null ? wrapped.createAck() : dialog.createAckFor(this);
    }

    @Override
    String eventUri() {
        return uri(getRequest(), FromHeader.NAME);
    }
}
