package io.zongji.ra.sip;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sip.ClientTransaction;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.address.Address;
import javax.sip.header.ContactHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerOptions;
import javax.slee.nullactivity.NullActivityContextInterfaceFactory;
import javax.slee.nullactivity.NullActivityFactory;

/** Takes a MESSAGE with seconds as its text and sends one back when they are over. */
public abstract class WakeUpSbb extends ForeignSbb {

    public abstract Address getSleeper();

    public abstract void setSleeper(Address address);

    public abstract Address getContact();

    public abstract void setContact(Address address);

    public abstract Address getService();

    public abstract void setService(Address address);

    public void onMessage(RequestEvent event, ActivityContextInterface aci) {
        safely(() -> {
            Request request = event.getRequest();
            setSleeper(((FromHeader) request.getHeader(FromHeader.NAME)).getAddress());
            setService(((ToHeader) request.getHeader(ToHeader.NAME)).getAddress());
            setContact(((ContactHeader) request.getHeader(ContactHeader.NAME)).getAddress());
            long seconds = Long.parseLong(new String(request.getRawContent(), StandardCharsets.UTF_8).trim());
            NullActivityFactory nulls = (NullActivityFactory) environment.lookup("slee/nullactivity/factory");
            NullActivityContextInterfaceFactory contexts = (NullActivityContextInterfaceFactory)
                    environment.lookup("slee/nullactivity/activitycontextinterfacefactory");
            ActivityContextInterface waiting = contexts.getActivityContextInterface(nulls.createNullActivity());
            waiting.attach(context.getSbbLocalObject());
            TimerFacility timers = (TimerFacility) environment.lookup("slee/facilities/timer");
            timers.setTimer(waiting, null, System.currentTimeMillis() + seconds * 1000, new TimerOptions());
            answer(event, Response.OK);
        });
    }

    public void onTimer(TimerEvent event, ActivityContextInterface aci) {
        safely(() -> {
            aci.detach(context.getSbbLocalObject());
            HeaderFactory headers = provider.getHeaderFactory();
            Request request = provider.getMessageFactory()
                    .createRequest(
                            getContact().getURI(),
                            Request.MESSAGE,
                            provider.getNewCallId(),
                            headers.createCSeqHeader(1L, Request.MESSAGE),
                            headers.createFromHeader(getService(), null),
                            headers.createToHeader(getSleeper(), null),
                            List.of(provider.getLocalVia("udp", null)),
                            headers.createMaxForwardsHeader(70));
            ContentTypeHeader text = headers.createContentTypeHeader("text", "plain");
            request.setContent("wake up", text);
            ClientTransaction transaction = provider.getNewClientTransaction(request);
            activities.getActivityContextInterface(transaction).attach(context.getSbbLocalObject());
            transaction.sendRequest();
        });
    }

    public void onSuccess(ResponseEvent event, ActivityContextInterface aci) {
        if (event.getClientTransaction() != aci.getActivity()) {
            throw new IllegalStateException("not on the activity of its transaction");
        }
    }
}
