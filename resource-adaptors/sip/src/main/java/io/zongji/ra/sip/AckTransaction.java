package io.zongji.ra.sip;

import javax.sip.Dialog;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.TransactionState;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * Stands for the transaction that the ACK of a 2xx does not have (RFC 3261 section 17), so that a proxy without a dialog
 * receives it on an activity like any other request. It ends when the SBBs are done with the event.
 */
final class AckTransaction implements ServerTransaction {

    private static final long serialVersionUID = 1L;

    private final transient Request request;
    private transient volatile Object applicationData;

    AckTransaction(Request request) {
        this.request = request;
    }

    @Override
    public void sendResponse(Response response) throws SipException {
        throw new SipException("an ACK is not answered");
    }

    @Override
    public void enableRetransmissionAlerts() throws SipException {
        throw new SipException("an ACK is not answered");
    }

    @Override
    public Dialog getDialog() {
        return null;
    }

    @Override
    public TransactionState getState() {
        return null;
    }

    @Override
    public int getRetransmitTimer() {
        throw new UnsupportedOperationException("an ACK is not answered");
    }

    @Override
    public void setRetransmitTimer(int retransmitTimer) {
        throw new UnsupportedOperationException("an ACK is not answered");
    }

    @Override
    public String getBranchId() {
        return null;
    }

    @Override
    public Request getRequest() {
        return request;
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
    public void terminate() {
        // Nothing runs.
    }
}
