package io.zongji.ra.sip;

import java.util.Collections;
import java.util.Iterator;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.SipException;
import javax.sip.Transaction;
import javax.sip.address.Address;
import javax.sip.header.CallIdHeader;
import net.java.slee.resource.sip.DialogActivity;

/** What is known of a dialog, also before the stack has one for it. */
abstract class KnownDialog extends SipActivity implements DialogActivity {

    private static final long serialVersionUID = 1L;

    final transient Identity identity;
    private final transient boolean server;
    /** The stack's; null before the first request of an outgoing one. */
    transient volatile Dialog wrapped;
    /** The transaction that began the dialog; null while nothing was sent. */
    transient volatile TransactionActivity<?> first;

    private transient volatile Object applicationData;

    /** Who talks, and the names under which a dialog is known from its beginning. */
    record Identity(Address localParty, Address remoteParty, CallIdHeader callId, String localTag) {
        static Identity of(Dialog dialog) {
            return new Identity(
                    dialog.getLocalParty(), dialog.getRemoteParty(), dialog.getCallId(), dialog.getLocalTag());
        }
    }

    KnownDialog(SipActivityHandle handle, boolean server, Identity identity) {
        super(handle);
        this.server = server;
        this.identity = identity;
    }

    final Dialog begun() throws SipException {
        Dialog dialog = wrapped;
        if (dialog == null) {
            throw new SipException("nothing was sent in this dialog yet");
        }
        return dialog;
    }

    @Override
    public Address getLocalParty() {
        return identity.localParty();
    }

    @Override
    public Address getRemoteParty() {
        return identity.remoteParty();
    }

    @Override
    public Address getRemoteTarget() {
        return wrapped == null ? null : wrapped.getRemoteTarget();
    }

    @Override
    public String getDialogId() {
        return wrapped == null ? null : wrapped.getDialogId();
    }

    @Override
    public CallIdHeader getCallId() {
        return identity.callId();
    }

    @Override
    @Deprecated
    public int getLocalSequenceNumber() {
        return (int) getLocalSeqNumber();
    }

    @Override
    public long getLocalSeqNumber() {
        return wrapped == null ? 0 : wrapped.getLocalSeqNumber();
    }

    @Override
    @Deprecated
    public int getRemoteSequenceNumber() {
        return (int) getRemoteSeqNumber();
    }

    @Override
    public long getRemoteSeqNumber() {
        return wrapped == null ? 0 : wrapped.getRemoteSeqNumber();
    }

    @Override
    public Iterator<?> getRouteSet() {
        return wrapped == null ? Collections.emptyIterator() : wrapped.getRouteSet();
    }

    @Override
    public boolean isSecure() {
        return wrapped != null && wrapped.isSecure();
    }

    @Override
    public boolean isServer() {
        return server;
    }

    @Override
    public void incrementLocalSequenceNumber() {
        if (wrapped != null) {
            wrapped.incrementLocalSequenceNumber();
        }
    }

    @Override
    public DialogState getState() {
        return wrapped == null ? null : wrapped.getState();
    }

    @Override
    @Deprecated
    public Transaction getFirstTransaction() {
        return first;
    }

    @Override
    public String getLocalTag() {
        return server && wrapped.getLocalTag() != null ? wrapped.getLocalTag() : identity.localTag();
    }

    @Override
    public String getRemoteTag() {
        return wrapped == null ? null : wrapped.getRemoteTag();
    }

    @Override
    public void setApplicationData(Object data) {
        applicationData = data;
    }

    @Override
    public Object getApplicationData() {
        return applicationData;
    }

    @Override
    public void terminateOnBye(boolean terminate) throws SipException {
        begun().terminateOnBye(terminate);
    }
}
