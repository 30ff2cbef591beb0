package io.zongji.benchmarks.sbb;

import javax.slee.ActivityContextInterface;
import javax.slee.RolledBackContext;
import javax.slee.Sbb;
import javax.slee.SbbContext;

/** The life cycle methods the measured SBBs leave empty. */
public abstract class MeasuredSbb implements Sbb {
    private SbbContext context;

    protected final SbbContext context() {
        return context;
    }

    @Override
    public void setSbbContext(SbbContext sbbContext) {
        context = sbbContext;
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
