package io.zongji.sbb.cti;

import io.zongji.ra.sip.Flow;
import io.zongji.sbb.ServiceSbb;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ObjectInUseException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.header.HeaderFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import net.java.slee.resource.sip.SipActivityContextInterfaceFactory;
import net.java.slee.resource.sip.SleeSipProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks somebody something outside of calls, such as by OPTIONS whether they are there (RFC 3261, 11). Any final response comes from somebody; the question is over with
 * it, and its transaction let go, since the stack would keep each for seconds.
 */
public abstract class AskingSbb extends ServiceSbb {

    private static final Logger log = LoggerFactory.getLogger(AskingSbb.class);

    private SleeSipProvider sip;
    private SipActivityContextInterfaceFactory sipActivities;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        sip = (SleeSipProvider) environment.lookup("slee/resources/jainsip/1.2/provider");
        sipActivities =
                (SipActivityContextInterfaceFactory) environment.lookup("slee/resources/jainsip/1.2/acifactory");
    }

    final SleeSipProvider sip() {
        return sip;
    }

    /**
     * Asks.
     *
     * @param uri  of whoever is asked
     * @param flow the connection that leads there; null to go where the URI says
     * @return the question's activity; empty when nothing could be sent
     */
    final Optional<ActivityContextInterface> ask(String uri, Flow flow) {
        try {
            HeaderFactory headers = sip.getHeaderFactory();
            SipURI peer = (SipURI) sip.getAddressFactory().createURI(uri);
            String named = peer.getTransportParam() == null ? "udp" : peer.getTransportParam();
            String transport = flow == null ? named : flow.transport();
            Address us = sip.getAddressFactory()
                    .createAddress(sip.getAddressFactory()
                            .createSipURI("zongji", sip.getLocalSipURI("udp").getHost()));
            Request options = sip.getMessageFactory()
                    .createRequest(
                            peer,
                            Request.OPTIONS,
                            sip.getNewCallId(),
                            headers.createCSeqHeader(1L, Request.OPTIONS),
                            headers.createFromHeader(us, null),
                            headers.createToHeader(sip.getAddressFactory().createAddress(peer), null),
                            List.of(sip.getLocalVia(transport, null)),
                            headers.createMaxForwardsHeader(70));
            if (flow != null) {
                flow.pin(options);
            }
            return Optional.of(send(options));
        } catch (SipException | ParseException | InvalidArgumentException e) {
            log.debug("{} could not be asked: {}", uri, e.toString());
            return Optional.empty();
        }
    }

    /** Sends a request that is no part of a dialog; its activity is where the answer comes. */
    final ActivityContextInterface send(Request request) throws SipException {
        ClientTransaction transaction = sip.getNewClientTransaction(request);
        ActivityContextInterface question = sipActivities.getActivityContextInterface(transaction);
        question.attach(context().getSbbLocalObject());
        transaction.sendRequest();
        return question;
    }

    /** By which a question is known as long as it is open. */
    static String branchOf(ActivityContextInterface question) {
        return ((ClientTransaction) question.getActivity()).getBranchId();
    }

    /** The question is not asked any more. */
    final void drop(ActivityContextInterface question) {
        if (question.isEnding()) {
            return;
        }
        question.detach(context().getSbbLocalObject());
        try {
            ((ClientTransaction) question.getActivity()).terminate();
        } catch (ObjectInUseException e) {
            log.debug("A question stays until the stack forgets it: {}", e.toString());
        }
    }

    public void onSuccess(ResponseEvent event, ActivityContextInterface question) {
        over(event, question);
    }

    public void onRedirect(ResponseEvent event, ActivityContextInterface question) {
        over(event, question);
    }

    public void onClientError(ResponseEvent event, ActivityContextInterface question) {
        over(event, question);
    }

    public void onServerError(ResponseEvent event, ActivityContextInterface question) {
        over(event, question);
    }

    public void onGlobalFailure(ResponseEvent event, ActivityContextInterface question) {
        over(event, question);
    }

    private void over(ResponseEvent event, ActivityContextInterface question) {
        answered(event.getResponse(), question);
        drop(question);
    }

    /** @param response final */
    abstract void answered(Response response, ActivityContextInterface question);
}
