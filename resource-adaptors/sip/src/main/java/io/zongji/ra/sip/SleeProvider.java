package io.zongji.ra.sip;

import java.util.Locale;
import java.util.TooManyListenersException;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipStack;
import javax.sip.Transaction;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionUnavailableException;
import javax.sip.TransportNotSupportedException;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ViaHeader;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import net.java.slee.resource.sip.CancelRequestEvent;
import net.java.slee.resource.sip.DialogActivity;
import net.java.slee.resource.sip.SleeSipProvider;

/** The RA interface that SBBs call. What it starts for an SBB is suspended until the SBB's transaction ends. */
final class SleeProvider implements SleeSipProvider {

    private final SipCore core;

    SleeProvider(SipCore core) {
        this.core = core;
    }

    @Override
    public AddressFactory getAddressFactory() {
        return core.messages().addresses();
    }

    @Override
    public HeaderFactory getHeaderFactory() {
        return core.messages().headers();
    }

    @Override
    public MessageFactory getMessageFactory() {
        return core.messages().factory();
    }

    // Dialogs

    @Override
    public DialogActivity getNewDialog(Address from, Address to) throws SipException {
        return begun(new SipDialogActivity(core, from, to, getNewCallId(), core.newTag()));
    }

    @Override
    public DialogActivity getNewDialog(DialogActivity incoming, boolean useSameCallId) throws SipException {
        CallIdHeader callId =
                useSameCallId ? (CallIdHeader) incoming.getCallId().clone() : getNewCallId();
        Address from = (Address) incoming.getRemoteParty().clone();
        Address to = (Address) incoming.getLocalParty().clone();
        return begun(new SipDialogActivity(core, from, to, callId, core.newTag()));
    }

    @Override
    public Dialog getNewDialog(Transaction transaction) throws SipException {
        if (!(transaction instanceof TransactionActivity<?> activity)) {
            throw new SipException("not a transaction of this resource adaptor: " + transaction);
        }
        if (activity.dialog() != null) {
            return activity.dialog();
        }
        return begun(new SipDialogActivity(core, core.stackProvider().getNewDialog(activity.wrapped), activity));
    }

    private SipDialogActivity begun(SipDialogActivity dialog) throws SipException {
        core.beginSuspended(dialog);
        return dialog;
    }

    @Override
    public DialogActivity forwardForkedResponse(ServerTransaction transaction, Response response) throws SipException {
        throw new SipException("answers of several forks cannot be passed on as dialogs of one INVITE");
    }

    @Override
    public boolean acceptCancel(CancelRequestEvent event, boolean isProxy) {
        return CancelAnswer.accept(core, event, isProxy);
    }

    // Transactions

    @Override
    public ClientTransaction getNewClientTransaction(Request request) throws TransactionUnavailableException {
        try {
            ClientTransactionActivity activity = core.newClientTransaction(request, null);
            if (activity.wrapped.getDialog() != null
                    && activity.wrapped.getDialog().getApplicationData() instanceof SipDialogActivity dialog) {
                activity.belongsTo(dialog);
            } else {
                core.beginSuspended(activity);
            }
            return activity;
        } catch (TransactionUnavailableException e) {
            throw e;
        } catch (SipException e) {
            throw new TransactionUnavailableException(e.getMessage(), e);
        }
    }

    @Override
    public ServerTransaction getNewServerTransaction(Request request) throws TransactionAlreadyExistsException {
        throw new TransactionAlreadyExistsException(
                "the resource adaptor makes the server transaction of each request");
    }

    @Override
    public void sendRequest(Request request) throws SipException {
        core.stackProvider().sendRequest(request);
    }

    @Override
    public void sendResponse(Response response) throws SipException {
        core.stackProvider().sendResponse(response);
    }

    @Override
    public CallIdHeader getNewCallId() {
        return core.stackProvider().getNewCallId();
    }

    // Addresses

    @Override
    public boolean isLocalSipURI(SipURI uri) {
        return core.messages().isLocal(uri);
    }

    @Override
    public boolean isLocalHostname(String host) {
        return core.messages().isLocalHost(host);
    }

    @Override
    public SipURI getLocalSipURI(String transport) {
        return core.messages().localUri(transport);
    }

    @Override
    public ViaHeader getLocalVia(String transport, String branch) throws TransportNotSupportedException {
        try {
            return core.messages().via(transport.toLowerCase(Locale.ROOT), branch);
        } catch (SipException e) {
            throw new TransportNotSupportedException(e.getMessage());
        }
    }

    // What the resource adaptor keeps for itself

    @Override
    public void addSipListener(SipListener listener) throws TooManyListenersException {
        throw new TooManyListenersException("the resource adaptor is the listener");
    }

    @Override
    public void removeSipListener(SipListener listener) {
        throw new UnsupportedOperationException("the resource adaptor is the listener");
    }

    @Override
    public SipStack getSipStack() {
        throw new UnsupportedOperationException("the SIP stack belongs to the resource adaptor");
    }

    @Override
    @Deprecated
    public ListeningPoint getListeningPoint() {
        return core.stackProvider().getListeningPoints()[0];
    }

    @Override
    public ListeningPoint[] getListeningPoints() {
        return core.stackProvider().getListeningPoints();
    }

    @Override
    public ListeningPoint getListeningPoint(String transport) {
        return core.stackProvider().getListeningPoint(transport);
    }

    @Override
    @Deprecated
    public void setListeningPoint(ListeningPoint listeningPoint) {
        throw new UnsupportedOperationException("listening points are configured");
    }

    @Override
    public void addListeningPoint(ListeningPoint listeningPoint) {
        throw new UnsupportedOperationException("listening points are configured");
    }

    @Override
    public void removeListeningPoint(ListeningPoint listeningPoint) {
        throw new UnsupportedOperationException("listening points are configured");
    }

    @Override
    public void setAutomaticDialogSupportEnabled(boolean enabled) {
        throw new UnsupportedOperationException("dialogs are made by getNewDialog");
    }

    /** Answers both transactions of a CANCEL. */
    private static final class CancelAnswer {

        private CancelAnswer() {}

        static boolean accept(SipCore core, CancelRequestEvent event, boolean isProxy) {
            try {
                ServerTransaction cancel = event.getServerTransaction();
                ServerTransactionActivity invite = (ServerTransactionActivity) event.getMatchingTransaction();
                if (invite == null) {
                    cancel.sendResponse(
                            core.messages().response(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, event.getRequest()));
                    return false;
                }
                cancel.sendResponse(core.messages().response(Response.OK, event.getRequest()));
                if (invite.isAnswered()) {
                    return false;
                }
                if (!isProxy) {
                    invite.sendResponse(core.messages().response(Response.REQUEST_TERMINATED, invite.getRequest()));
                }
                return true;
            } catch (SipException | InvalidArgumentException e) {
                core.log().debug("CANCEL came too late", e);
                return false;
            }
        }
    }
}
