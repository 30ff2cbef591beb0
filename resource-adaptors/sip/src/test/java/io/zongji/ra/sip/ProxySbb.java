package io.zongji.ra.sip;

import javax.sip.ClientTransaction;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.TimeoutEvent;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.header.RouteHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import net.java.slee.resource.sip.CancelRequestEvent;

/** A stateful proxy on the route of its dialogs, without any dialog activity: {@code sip:to-PORT@..} goes to that port. */
public abstract class ProxySbb extends ForeignSbb {

    public abstract ActivityContextInterface getServer();

    public abstract void setServer(ActivityContextInterface aci);

    public abstract ActivityContextInterface getClient();

    public abstract void setClient(ActivityContextInterface aci);

    public void onInvite(RequestEvent event, ActivityContextInterface aci) {
        safely(() -> {
            answer(event, Response.TRYING);
            forward(event, aci);
        });
    }

    public void onOther(RequestEvent event, ActivityContextInterface aci) {
        safely(() -> forward(event, aci));
    }

    public void onBye(RequestEvent event, ActivityContextInterface aci) {
        onOther(event, aci);
    }

    public void onAck(RequestEvent event, ActivityContextInterface aci) {
        safely(() -> {
            Request ack = onwards(event.getRequest());
            ack.addFirst(provider.getLocalVia("udp", "z9hG4bKack" + System.nanoTime()));
            provider.sendRequest(ack);
        });
    }

    private void forward(RequestEvent event, ActivityContextInterface aci) throws Exception {
        setServer(aci);
        Request request = onwards(event.getRequest());
        if (event.getRequest().getMethod().equals(Request.INVITE)) {
            SipURI route = provider.getLocalSipURI("udp");
            route.setLrParam();
            Address address = provider.getAddressFactory().createAddress(route);
            request.addFirst(provider.getHeaderFactory().createRecordRouteHeader(address));
        }
        request.addFirst(provider.getLocalVia("udp", null));
        ClientTransaction client = provider.getNewClientTransaction(request);
        ActivityContextInterface clientAci = activities.getActivityContextInterface(client);
        clientAci.attach(context.getSbbLocalObject());
        setClient(clientAci);
        client.sendRequest();
    }

    private Request onwards(Request received) throws Exception {
        Request request = (Request) received.clone();
        MaxForwardsHeader forwards = (MaxForwardsHeader) request.getHeader(MaxForwardsHeader.NAME);
        forwards.decrementMaxForwards();
        if (request.getHeader(RouteHeader.NAME) instanceof RouteHeader route
                && provider.isLocalSipURI((SipURI) route.getAddress().getURI())) {
            request.removeFirst(RouteHeader.NAME);
        }
        SipURI uri = (SipURI) request.getRequestURI();
        if (uri.getUser().startsWith("to-")) {
            request.setRequestURI(provider.getAddressFactory()
                    .createURI("sip:phone@127.0.0.1:" + uri.getUser().substring(3)));
        }
        return request;
    }

    public void onProvisional(ResponseEvent event, ActivityContextInterface aci) {
        onFinal(event, aci);
    }

    public void onSuccess(ResponseEvent event, ActivityContextInterface aci) {
        onFinal(event, aci);
    }

    public void onFinal(ResponseEvent event, ActivityContextInterface aci) {
        safely(() -> {
            Response response = (Response) event.getResponse().clone();
            response.removeFirst(ViaHeader.NAME);
            if (response.getHeader(ViaHeader.NAME) != null) {
                ((ServerTransaction) getServer().getActivity()).sendResponse(response);
            }
        });
    }

    public void onTimeout(TimeoutEvent event, ActivityContextInterface aci) {
        safely(() -> {
            ServerTransaction server = (ServerTransaction) getServer().getActivity();
            server.sendResponse(
                    provider.getMessageFactory().createResponse(Response.REQUEST_TIMEOUT, server.getRequest()));
        });
    }

    public void onCancel(CancelRequestEvent event, ActivityContextInterface aci) {
        safely(() -> {
            if (provider.acceptCancel(event, true)) {
                ClientTransaction invite = (ClientTransaction) getClient().getActivity();
                provider.getNewClientTransaction(invite.createCancel()).sendRequest();
            }
        });
    }
}
