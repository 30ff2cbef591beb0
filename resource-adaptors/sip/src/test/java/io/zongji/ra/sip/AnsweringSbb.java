package io.zongji.ra.sip;

import javax.sip.ListeningPoint;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerOptions;
import javax.slee.facilities.TimerPreserveMissed;
import javax.slee.serviceactivity.ServiceStartedEvent;
import net.java.slee.resource.sip.DialogActivity;

/** Rings a second, makes the dialog only then, answers, and hangs up after a minute. */
public abstract class AnsweringSbb extends ForeignSbb {

    private static ContactHeader contact;

    public abstract Boolean getAnswered();

    public abstract void setAnswered(Boolean answered);

    public void onStarted(ServiceStartedEvent event, ActivityContextInterface aci) {
        context.getTracer("AnsweringSbb").info("started");
    }

    public void onInvite(RequestEvent event, ActivityContextInterface aci) {
        safely(() -> {
            answer(event, Response.TRYING);
            answer(event, Response.RINGING);
            setAnswered(false);
            later(aci, 1);
        });
    }

    private void later(ActivityContextInterface aci, int seconds) throws Exception {
        TimerOptions options = new TimerOptions();
        options.setPreserveMissed(TimerPreserveMissed.ALL);
        TimerFacility timers = (TimerFacility) environment.lookup("slee/facilities/timer");
        timers.setTimer(aci, null, System.currentTimeMillis() + seconds * 1000L, options);
    }

    public void onTimer(TimerEvent event, ActivityContextInterface aci) {
        safely(() -> {
            aci.detach(context.getSbbLocalObject());
            if (getAnswered()) {
                DialogActivity dialog = (DialogActivity) aci.getActivity();
                dialog.sendRequest(dialog.createRequest(Request.BYE));
                return;
            }
            ServerTransaction transaction = (ServerTransaction) aci.getActivity();
            DialogActivity dialog = (DialogActivity) provider.getNewDialog(transaction);
            ActivityContextInterface dialogAci = activities.getActivityContextInterface(dialog);
            dialogAci.attach(context.getSbbLocalObject());
            Response ok = provider.getMessageFactory().createResponse(Response.OK, transaction.getRequest());
            ok.addHeader(contact());
            transaction.sendResponse(ok);
            setAnswered(true);
            later(dialogAci, 60);
        });
    }

    private ContactHeader contact() throws Exception {
        if (contact == null) {
            ListeningPoint point = provider.getListeningPoint("udp");
            SipURI uri = provider.getAddressFactory().createSipURI(null, point.getIPAddress());
            uri.setPort(point.getPort());
            uri.setTransportParam(point.getTransport());
            contact = provider.getHeaderFactory()
                    .createContactHeader(provider.getAddressFactory().createAddress(uri));
        }
        return contact;
    }
}
