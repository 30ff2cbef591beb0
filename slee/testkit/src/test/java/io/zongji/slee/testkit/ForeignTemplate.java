package io.zongji.slee.testkit;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubEvent;
import javax.slee.ActivityContextInterface;
import javax.slee.RolledBackContext;
import javax.slee.Sbb;
import javax.slee.SbbContext;

/** The SBB of a foreign deployable unit; the test packs it under another name, so that only the unit's loader has it. */
public abstract class ForeignTemplate implements Sbb {
    public abstract int getCount();

    public abstract void setCount(int count);

    public void onAlpha(StubEvent event, ActivityContextInterface aci) {
        setCount(getCount() + 1);
        Probe.note("Foreign Alpha " + getCount() + " in "
                + getClass().getClassLoader().getClass().getSimpleName() + " "
                + (Thread.currentThread().getContextClassLoader() == getClass().getClassLoader()));
    }

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
    public void sbbRolledBack(RolledBackContext context) {}
}
