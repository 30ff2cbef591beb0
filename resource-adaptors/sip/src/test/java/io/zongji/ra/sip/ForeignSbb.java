package io.zongji.ra.sip;

import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.SipException;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.RolledBackContext;
import javax.slee.Sbb;
import javax.slee.SbbContext;
import net.java.slee.resource.sip.SipActivityContextInterfaceFactory;
import net.java.slee.resource.sip.SleeSipProvider;

/** What the services of {@link ForeignServicesTest} have in common; they know the published interfaces only. */
public abstract class ForeignSbb implements Sbb {

    protected SbbContext context;
    protected Context environment;
    protected SleeSipProvider provider;
    protected SipActivityContextInterfaceFactory activities;

    /** What a handler does that may fail. */
    protected interface Step {
        void run() throws Exception;
    }

    protected static void safely(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    protected void answer(RequestEvent event, int status) throws Exception {
        event.getServerTransaction().sendResponse(response(event, status));
    }

    protected Response response(RequestEvent event, int status)
            throws SipException, InvalidArgumentException, java.text.ParseException {
        return provider.getMessageFactory().createResponse(status, event.getRequest());
    }

    @Override
    public void setSbbContext(SbbContext newContext) {
        context = newContext;
        try {
            environment = (Context) new InitialContext().lookup("java:comp/env");
            provider = (SleeSipProvider) environment.lookup("slee/resources/jainsip/1.2/provider");
            activities =
                    (SipActivityContextInterfaceFactory) environment.lookup("slee/resources/jainsip/1.2/acifactory");
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void unsetSbbContext() {
        context = null;
    }

    @Override
    public void sbbCreate() {}

    @Override
    public void sbbPostCreate() {}

    @Override
    public void sbbActivate() {}

    @Override
    public void sbbPassivate() {}

    @Override
    public void sbbLoad() {}

    @Override
    public void sbbStore() {}

    @Override
    public void sbbRemove() {}

    @Override
    public void sbbExceptionThrown(Exception exception, Object event, ActivityContextInterface aci) {}

    @Override
    public void sbbRolledBack(RolledBackContext rolledBack) {}
}
