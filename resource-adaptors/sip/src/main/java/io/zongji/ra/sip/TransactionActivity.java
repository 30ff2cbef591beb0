package io.zongji.ra.sip;

import javax.sip.Dialog;
import javax.sip.ObjectInUseException;
import javax.sip.Transaction;
import javax.sip.TransactionState;
import javax.sip.message.Request;

/**
 * A transaction as SBBs see it. Keeps the request: the stack lets go of it when the transaction ends, SBBs
 * may still ask.
 */
abstract class TransactionActivity<T extends Transaction> extends SipActivity implements Transaction {

    private static final long serialVersionUID = 1L;

    final transient SipCore core;
    final transient T wrapped;
    private final transient Request request;
    private transient volatile SipDialogActivity dialog;
    private transient volatile Object applicationData;

    TransactionActivity(SipCore core, T wrapped, Request request) {
        super(core.newHandle());
        this.core = core;
        this.wrapped = wrapped;
        this.request = request;
        wrapped.setApplicationData(this);
    }

    SipDialogActivity dialog() {
        return dialog;
    }

    void belongsTo(SipDialogActivity newDialog) {
        dialog = newDialog;
    }

    @Override
    public Dialog getDialog() {
        return dialog;
    }

    @Override
    public Request getRequest() {
        return request;
    }

    @Override
    public TransactionState getState() {
        return wrapped.getState();
    }

    @Override
    public int getRetransmitTimer() {
        return wrapped.getRetransmitTimer();
    }

    @Override
    public void setRetransmitTimer(int retransmitTimer) {
        wrapped.setRetransmitTimer(retransmitTimer);
    }

    @Override
    public String getBranchId() {
        return wrapped.getBranchId();
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
    public void terminate() throws ObjectInUseException {
        wrapped.terminate();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + request.getMethod() + " " + handle() + "]";
    }
}
