package io.zongji.ra.sip;

import javax.sip.ClientTransaction;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import net.java.slee.resource.sip.CancelRequestEvent;
import net.java.slee.resource.sip.DialogActivity;

/** Joins a call to the phone that its To names, with the same Call-ID on both sides. */
public abstract class B2buaSbb extends ForeignSbb {

    public abstract ActivityContextInterface getIncoming();

    public abstract void setIncoming(ActivityContextInterface aci);

    public abstract ActivityContextInterface getOutgoing();

    public abstract void setOutgoing(ActivityContextInterface aci);

    public void onInvite(RequestEvent event, ActivityContextInterface aci) {
        safely(() -> {
            DialogActivity incoming = (DialogActivity) provider.getNewDialog(event.getServerTransaction());
            DialogActivity outgoing = provider.getNewDialog(incoming, true);
            setIncoming(activities.getActivityContextInterface(incoming));
            setOutgoing(activities.getActivityContextInterface(outgoing));
            getIncoming().attach(context.getSbbLocalObject());
            getOutgoing().attach(context.getSbbLocalObject());
            aci.detach(context.getSbbLocalObject());
            forward(event, outgoing);
        });
    }

    private static void forward(RequestEvent event, DialogActivity to) throws Exception {
        ClientTransaction client = to.sendRequest(to.createRequest(event.getRequest()));
        to.associateServerTransaction(client, event.getServerTransaction());
    }

    private DialogActivity other(ActivityContextInterface aci) {
        return (DialogActivity) (aci.equals(getIncoming()) ? getOutgoing() : getIncoming()).getActivity();
    }

    public void onProvisional(ResponseEvent event, ActivityContextInterface aci) {
        safely(() -> backwards(event, aci));
    }

    public void onSuccess(ResponseEvent event, ActivityContextInterface aci) {
        safely(() -> {
            CSeqHeader cseq = (CSeqHeader) event.getResponse().getHeader(CSeqHeader.NAME);
            if (cseq.getMethod().equals(Request.INVITE)) {
                event.getDialog().sendAck(event.getDialog().createAck(cseq.getSeqNumber()));
            }
            if (!cseq.getMethod().equals(Request.BYE)) {
                backwards(event, aci);
            }
        });
    }

    public void onClientError(ResponseEvent event, ActivityContextInterface aci) {
        safely(() -> {
            if (event.getResponse().getStatusCode() != Response.REQUEST_TERMINATED) {
                backwards(event, aci);
            }
        });
    }

    private void backwards(ResponseEvent event, ActivityContextInterface aci) throws Exception {
        DialogActivity from = (DialogActivity) aci.getActivity();
        ServerTransaction server = from.getAssociatedServerTransaction(event.getClientTransaction());
        server.sendResponse(other(aci).createResponse(server, event.getResponse()));
    }

    public void onInfo(RequestEvent event, ActivityContextInterface aci) {
        safely(() -> forward(event, other(aci)));
    }

    public void onReinvite(RequestEvent event, ActivityContextInterface aci) {
        onInfo(event, aci);
    }

    public void onAck(RequestEvent event, ActivityContextInterface aci) {
        if (event.getDialog() != aci.getActivity()) {
            throw new IllegalStateException("ACK of another dialog");
        }
    }

    public void onBye(RequestEvent event, ActivityContextInterface aci) {
        safely(() -> {
            answer(event, Response.OK);
            forward(event, other(aci));
        });
    }

    public void onCancel(CancelRequestEvent event, ActivityContextInterface aci) {
        safely(() -> {
            provider.acceptCancel(event, false);
            ((DialogActivity) getOutgoing().getActivity()).sendCancel();
        });
    }
}
