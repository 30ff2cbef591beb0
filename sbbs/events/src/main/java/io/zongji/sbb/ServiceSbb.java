package io.zongji.sbb;

import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.RolledBackContext;
import javax.slee.SLEEException;
import javax.slee.Sbb;
import javax.slee.SbbContext;

/**
 * The base of our SBBs: looks up what the SBB needs once for each pooled object, and keeps the life-cycle methods that
 * none of them uses out of their sight (JAIN SLEE 1.1, 6.3).
 */
public abstract class ServiceSbb implements Sbb {

    private SbbContext context;

    @Override
    public void setSbbContext(SbbContext context) {
        this.context = context;
        try {
            lookUp((Context) new InitialContext().lookup("java:comp/env"));
        } catch (NamingException e) {
            throw new SLEEException("The environment of " + context.getSbb() + " lacks " + e.getRemainingName(), e);
        }
    }

    /**
     * Fetches facilities and resource adaptor interfaces into fields.
     *
     * @param environment {@code java:comp/env} of this SBB
     */
    protected abstract void lookUp(Context environment) throws NamingException;

    protected final SbbContext context() {
        return context;
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
    public void sbbExceptionThrown(Exception exception, Object event, ActivityContextInterface activity) {}

    @Override
    public void sbbRolledBack(RolledBackContext context) {}
}
