package io.zongji.ra.sip;

import gov.nist.javax.sip.TransactionExt;
import io.zongji.ra.sip.auth.DigestAnswer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.Timeout;
import javax.sip.address.Address;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * A dialog as SBBs see it. An outgoing one exists before its first request; the stack's dialog is made when
 * that is sent. Ends exactly once, also when the peer or the SBBs forget it.
 */
final class SipDialogActivity extends KnownDialog implements IdentifiedDialog {

    private static final long serialVersionUID = 1L;

    final transient SipCore core;
    private final transient OutgoingInvite outgoing = new OutgoingInvite(this);
    final transient SentAnswer sentAnswer = new SentAnswer(this);
    private final transient Map<ClientTransaction, ServerTransaction> associations = new ConcurrentHashMap<>(2);
    private transient volatile Flow flow;
    private transient volatile DialogCredentials credentials;
    private transient volatile boolean byeSent;
    private transient volatile boolean byeOnAck;
    final transient DialogWatch watch;

    /** An outgoing dialog, not begun. */
    SipDialogActivity(SipCore core, Address localParty, Address remoteParty, CallIdHeader callId, String localTag) {
        super(core.newHandle(), false, new Identity(localParty, remoteParty, callId, localTag));
        this.core = core;
        this.watch = new DialogWatch(this);
    }

    /** The dialog that a transaction of the stack has. */
    SipDialogActivity(SipCore core, Dialog wrapped, TransactionActivity<?> first) {
        super(core.newHandle(), first instanceof ServerTransactionActivity, Identity.of(wrapped));
        this.core = core;
        this.watch = new DialogWatch(this);
        wrap(wrapped, first);
        if (isServer()) {
            flow = core.flowBehindNat(first.getRequest());
        }
    }

    /** A further dialog that an INVITE of ours has led to. */
    SipDialogActivity(SipCore core, Dialog wrapped, SipDialogActivity original, ClientTransactionActivity invite) {
        super(core.newHandle(), false, original.identity);
        this.core = core;
        this.watch = new DialogWatch(this);
        this.first = invite;
        this.flow = original.flow;
        outgoing.begin(invite);
        adopt(wrapped);
    }

    /** From now on this is the stack's dialog. */
    void adopt(Dialog dialog) {
        dialog.setApplicationData(this);
        wrapped = dialog;
    }

    private void wrap(Dialog dialog, TransactionActivity<?> transaction) {
        first = transaction;
        transaction.belongsTo(this);
        adopt(dialog);
    }

    OutgoingInvite outgoing() {
        return outgoing;
    }

    /** The transaction that began the dialog; null while nothing was sent. */
    TransactionActivity<?> first() {
        return first;
    }

    Dialog wrapped() {
        return wrapped;
    }

    boolean isByeSent() {
        return byeSent;
    }

    boolean isConfirmed() {
        return getState() == DialogState.CONFIRMED;
    }

    @Override
    public void identify(DigestAnswer answered, String user, Supplier<String> password) {
        credentials = new DialogCredentials(this, answered, user, password);
    }

    /** Whether the response only asked who we are, and has been answered. */
    boolean answersChallenge(ClientTransactionActivity transaction, Response response) {
        DialogCredentials known = credentials;
        return known != null && known.repeated(transaction, response);
    }

    // What is sent

    @Override
    public Request createRequest(String method) throws SipException {
        Dialog dialog = wrapped;
        Request request = dialog == null
                ? core.messages()
                        .initialRequest(
                                method,
                                identity.localParty(),
                                identity.remoteParty(),
                                identity.callId(),
                                identity.localTag())
                : dialog.createRequest(method);
        return pinned(request);
    }

    @Override
    public Request createRequest(Request original) throws SipException {
        Request request = createRequest(original.getMethod());
        MessageCopy.copy(original, request);
        return request;
    }

    @Override
    public Response createResponse(ServerTransaction transaction, Response received) throws SipException {
        Response response = core.messages().response(received.getStatusCode(), transaction.getRequest());
        MessageCopy.copy(received, response);
        return response;
    }

    private Request pinned(Request request) {
        Flow known = flow;
        if (known != null) {
            known.pin(request);
        }
        return request;
    }

    @Override
    public ClientTransaction sendRequest(Request request) throws SipException {
        return send(request, null);
    }

    ClientTransactionActivity send(Request request, ClientTransactionActivity.Outcome ownOutcome) throws SipException {
        ClientTransactionActivity transaction = null;
        DialogCredentials known = credentials;
        try {
            if (known != null) {
                known.sign(request);
            }
            transaction = core.newClientTransaction(request, ownOutcome);
            sendRequest(transaction);
            return transaction;
        } catch (SipException | RuntimeException e) {
            if (transaction == null && wrapped == null) {
                core.end(this);
            }
            throw e;
        }
    }

    @Override
    public void sendRequest(ClientTransaction clientTransaction) throws SipException {
        ClientTransactionActivity transaction = (ClientTransactionActivity) clientTransaction;
        String method = transaction.getRequest().getMethod();
        if (method.equals(Request.INVITE)) {
            watch.offerTimer(transaction.getRequest());
            outgoing.begin(transaction);
        } else if (method.equals(Request.BYE)) {
            byeSent = true;
        }
        if (wrapped == null || (transaction == first && getState() == null)) {
            sendFirst(transaction);
        } else {
            transaction.belongsTo(this);
            wrapped.sendRequest(transaction.wrapped);
        }
    }

    private void sendFirst(ClientTransactionActivity transaction) throws SipException {
        try {
            Flow pin = Flow.pinnedTo(transaction.getRequest());
            if (pin != null) {
                flow = pin;
            }
            if (wrapped == null) {
                wrap(core.stackProvider().getNewDialog(transaction.wrapped), transaction);
            }
            if (((TransactionExt) transaction.wrapped).getTransport().equalsIgnoreCase(ListeningPoint.TCP)) {
                core.apart(() -> sendConnecting(transaction));
            } else {
                transaction.wrapped.sendRequest();
            }
        } catch (SipException | RuntimeException e) {
            core.end(this);
            throw e;
        }
    }

    private void sendConnecting(ClientTransactionActivity transaction) {
        try {
            transaction.wrapped.sendRequest();
        } catch (SipException | RuntimeException e) {
            core.log().debug("{} could not be sent", transaction, e);
            core.fireTransactionTimeout(this, transaction, Timeout.TRANSACTION);
            delete();
        }
    }

    @Override
    public ClientTransaction sendCancel() throws SipException {
        return outgoing.cancel();
    }

    @Override
    public Request createAck(long cseq) throws InvalidArgumentException, SipException {
        return pinned(begun().createAck(cseq));
    }

    Request createAckFor(ClientTransactionActivity transaction) throws SipException {
        try {
            CSeqHeader cseq = (CSeqHeader) transaction.getRequest().getHeader(CSeqHeader.NAME);
            return createAck(cseq.getSeqNumber());
        } catch (InvalidArgumentException e) {
            throw new SipException("cannot acknowledge " + transaction, e);
        }
    }

    @Override
    public void sendAck(Request ack) throws SipException {
        CSeqHeader cseq = (CSeqHeader) ack.getHeader(CSeqHeader.NAME);
        if (outgoing.acknowledgedOnce(cseq.getSeqNumber())) {
            core.acks().remember(ack);
            begun().sendAck(ack);
        }
    }

    @Override
    public Request createPrack(Response response) throws SipException {
        return pinned(begun().createPrack(response));
    }

    @Override
    public Response createReliableProvisionalResponse(int status) throws InvalidArgumentException, SipException {
        return begun().createReliableProvisionalResponse(status);
    }

    @Override
    public void sendReliableProvisionalResponse(Response response) throws SipException {
        if (first instanceof ServerTransactionActivity transaction) {
            core.messages().complete(response, transaction);
        }
        begun().sendReliableProvisionalResponse(response);
    }

    @Override
    public void associateServerTransaction(ClientTransaction client, ServerTransaction serverTransaction) {
        associations.put(client, serverTransaction);
    }

    @Override
    public ServerTransaction getAssociatedServerTransaction(ClientTransaction client) {
        return associations.get(client);
    }

    void forget(ClientTransaction client) {
        if (!associations.isEmpty()) {
            associations.remove(client);
        }
    }

    // What was answered

    void beforeResponse(ServerTransactionActivity transaction, Response response) {
        int status = response.getStatusCode();
        String method = transaction.getRequest().getMethod();
        if (status / 100 == 2 && (method.equals(Request.INVITE) || method.equals(Request.UPDATE))) {
            watch.answerTimer(transaction.getRequest(), response);
        }
        if (status / 100 == 2 && method.equals(Request.INVITE)) {
            watch.awaitAck(((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber());
        }
    }

    void afterFinalResponse(ServerTransactionActivity transaction, int status) {
        String method = transaction.getRequest().getMethod();
        if (status / 100 == 2 && method.equals(Request.INVITE)) {
            sentAnswer.sent(transaction);
            byeIfDue();
        }
        if (method.equals(Request.BYE) || (transaction == first && status >= 300)) {
            core.end(this);
        }
    }

    /** The RA ends the dialog, whatever its state, because nobody here wants it or the peer is gone. */
    void hangUp() {
        try {
            DialogState state = getState();
            if (wrapped == null || byeSent || state == DialogState.TERMINATED) {
                core.end(this);
            } else if (state == DialogState.CONFIRMED && !watch.isAckOutstanding()) {
                outgoing.acknowledgeSuccess();
                send(createRequest(Request.BYE), (status, response) -> {});
                core.end(this);
            } else if (first instanceof ServerTransactionActivity incoming) {
                if (!incoming.isAnswered()) {
                    incoming.sendResponse(
                            core.messages().response(Response.SERVER_INTERNAL_ERROR, incoming.getRequest()));
                }
                byeOnAck = true;
                core.end(this);
                byeIfDue();
            } else {
                outgoing.cancel();
            }
        } catch (SipException | InvalidArgumentException | RuntimeException e) {
            core.log().debug("Could not end dialog {} towards its peer", handle(), e);
            delete();
        }
    }

    /** Ends the dialog now, if that had to wait until our 2xx had gone out and been acknowledged (RFC 3261, 15). */
    void byeIfDue() {
        if (byeOnAck && !byeSent && !watch.isAckOutstanding() && isConfirmed()) {
            core.apart(this::hangUp);
        }
    }

    @Override
    public void delete() {
        Dialog dialog = wrapped;
        if (dialog != null) {
            dialog.delete();
        }
        core.end(this);
    }

    @Override
    String eventUri() {
        return identity.localParty().getURI().toString();
    }

    @Override
    public String toString() {
        return "SipDialogActivity[" + identity.callId().getCallId() + " " + handle() + "]";
    }
}
