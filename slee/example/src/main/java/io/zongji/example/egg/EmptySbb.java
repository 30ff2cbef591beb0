package io.zongji.example.egg;

import javax.slee.ActivityContextInterface;
import javax.slee.RolledBackContext;
import javax.slee.Sbb;
import javax.slee.SbbContext;

/** The life cycle methods neither SBB has use for. */
public abstract class EmptySbb implements Sbb {
    @Override
    public void setSbbContext(SbbContext context) {}

    @Override
    public void unsetSbbContext() {}

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
