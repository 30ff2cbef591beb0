package io.zongji.ra.sip;

import java.text.ParseException;
import java.util.concurrent.CountDownLatch;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.TimeoutEvent;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.CreateException;
import javax.slee.RolledBackContext;
import javax.slee.Sbb;
import javax.slee.SbbContext;
import javax.slee.SbbLocalObject;
import net.java.slee.resource.sip.CancelRequestEvent;
import net.java.slee.resource.sip.DialogActivity;
import net.java.slee.resource.sip.DialogTimeoutEvent;
import net.java.slee.resource.sip.SipActivityContextInterfaceFactory;
import net.java.slee.resource.sip.SleeSipProvider;

/**
 * A small switchboard as an author outside would write it: {@code sip:to-PORT@..} is connected to the phone on that
 * port of this machine, anything else is answered.
 */
public abstract class SwitchboardSbb implements Sbb {

    private static volatile CountDownLatch held = new CountDownLatch(0);

    private SbbContext context;
    private SleeSipProvider provider;
    private SipActivityContextInterfaceFactory activities;

    public abstract ActivityContextInterface getCallerTransaction();

    public abstract void setCallerTransaction(ActivityContextInterface aci);

    public abstract ActivityContextInterface getCallerLeg();

    public abstract void setCallerLeg(ActivityContextInterface aci);

    public abstract ActivityContextInterface getCalleeLeg();

    public abstract void setCalleeLeg(ActivityContextInterface aci);

    @Override
    public void setSbbContext(SbbContext newContext) {
        context = newContext;
        try {
            Context env = (Context) new InitialContext().lookup("java:comp/env");
            provider = (SleeSipProvider) env.lookup("slee/resources/jainsip/1.2/provider");
            activities = (SipActivityContextInterfaceFactory) env.lookup("slee/resources/jainsip/1.2/acifactory");
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on invitations are not looked at before the latch is open. */
    static void hold(CountDownLatch latch) {
        held = latch;
    }

    private static void awaitRelease() {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void onInvite(RequestEvent event, ActivityContextInterface aci) {
        awaitRelease();
        safely(() -> {
            SbbLocalObject self = context.getSbbLocalObject();
            DialogActivity incoming = (DialogActivity) provider.getNewDialog(event.getServerTransaction());
            ActivityContextInterface callerLeg = activities.getActivityContextInterface(incoming);
            callerLeg.attach(self);
            setCallerLeg(callerLeg);
            setCallerTransaction(aci);
            String user = ((SipURI) event.getRequest().getRequestURI()).getUser();
            if (user.equals("throw")) {
                throw new IllegalStateException("as the test wants it");
            }
            if (!user.startsWith("to-")) {
                answer(event.getServerTransaction(), Response.OK);
                return;
            }
            DialogActivity outgoing = provider.getNewDialog(incoming.getRemoteParty(), incoming.getLocalParty());
            ActivityContextInterface calleeLeg = activities.getActivityContextInterface(outgoing);
            calleeLeg.attach(self);
            setCalleeLeg(calleeLeg);
            Request invite = outgoing.createRequest(Request.INVITE);
            invite.setRequestURI(provider.getAddressFactory().createURI("sip:phone@127.0.0.1:" + user.substring(3)));
            outgoing.sendRequest(invite);
        });
    }

    private interface Step {
        void run() throws SipException, InvalidArgumentException, ParseException;
    }

    private static void safely(Step step) {
        try {
            step.run();
        } catch (SipException | InvalidArgumentException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(ServerTransaction transaction, int status)
            throws SipException, InvalidArgumentException, ParseException {
        transaction.sendResponse(provider.getMessageFactory().createResponse(status, transaction.getRequest()));
    }

    private void answerCaller(int status) throws SipException, InvalidArgumentException, ParseException {
        answer((ServerTransaction) getCallerTransaction().getActivity(), status);
    }

    public void onRegister(RequestEvent event, ActivityContextInterface aci) {
        safely(() -> {
            answer(event.getServerTransaction(), Response.OK);
        });
    }

    public void onProvisional(ResponseEvent event, ActivityContextInterface aci) {
        safely(() -> {
            answerCaller(event.getResponse().getStatusCode());
        });
    }

    public void onSuccess(ResponseEvent event, ActivityContextInterface aci) {
        safely(() -> {
            CSeqHeader cseq = (CSeqHeader) event.getResponse().getHeader(CSeqHeader.NAME);
            if (cseq.getMethod().equals(Request.INVITE)) {
                DialogActivity outgoing = (DialogActivity) event.getDialog();
                outgoing.sendAck(outgoing.createAck(cseq.getSeqNumber()));
                answerCaller(Response.OK);
            }
        });
    }

    public void onClientError(ResponseEvent event, ActivityContextInterface aci) {
        safely(() -> {
            ServerTransaction caller =
                    (ServerTransaction) getCallerTransaction().getActivity();
            if (!getCallerTransaction().isEnding() && caller != null) {
                answer(caller, event.getResponse().getStatusCode());
            }
        });
    }

    public void onTransactionTimeout(TimeoutEvent event, ActivityContextInterface aci) {
        safely(() -> {
            answerCaller(Response.REQUEST_TIMEOUT);
        });
    }

    public void onAck(RequestEvent event, ActivityContextInterface aci) {
        // Nothing to do: the call is up.
    }

    public void onCancel(CancelRequestEvent event, ActivityContextInterface aci) {
        safely(() -> {
            if (provider.acceptCancel(event, false) && getCalleeLeg() != null) {
                ((DialogActivity) getCalleeLeg().getActivity()).sendCancel();
            }
        });
    }

    public void onBye(RequestEvent event, ActivityContextInterface aci) {
        safely(() -> {
            answer(event.getServerTransaction(), Response.OK);
            hangUpOther(aci);
        });
    }

    public void onLost(DialogTimeoutEvent event, ActivityContextInterface aci) {
        safely(() -> {
            hangUpOther(aci);
        });
    }

    private void hangUpOther(ActivityContextInterface aci) throws SipException {
        ActivityContextInterface other = aci.equals(getCallerLeg()) ? getCalleeLeg() : getCallerLeg();
        if (other != null && !other.isEnding()) {
            DialogActivity dialog = (DialogActivity) other.getActivity();
            dialog.sendRequest(dialog.createRequest(Request.BYE));
        }
    }

    @Override
    public void unsetSbbContext() {
        context = null;
    }

    @Override
    public void sbbCreate() throws CreateException {
        // Nothing to prepare.
    }

    @Override
    public void sbbPostCreate() throws CreateException {
        // Nothing to prepare.
    }

    @Override
    public void sbbActivate() {
        // Holds nothing.
    }

    @Override
    public void sbbPassivate() {
        // Holds nothing.
    }

    @Override
    public void sbbLoad() {
        // Holds nothing.
    }

    @Override
    public void sbbStore() {
        // Holds nothing.
    }

    @Override
    public void sbbRemove() {
        // Holds nothing.
    }

    @Override
    public void sbbExceptionThrown(Exception exception, Object event, ActivityContextInterface aci) {
        // The SLEE rolls back.
    }

    @Override
    public void sbbRolledBack(RolledBackContext rolledBack) {
        // Nothing to make good.
    }
}
