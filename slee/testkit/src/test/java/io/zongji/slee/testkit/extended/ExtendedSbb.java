package io.zongji.slee.testkit.extended;

import io.zongji.slee.testkit.stub.StubEvent;
import java.util.function.BiConsumer;
import javax.slee.ActivityContextInterface;
import javax.slee.RolledBackContext;
import javax.slee.Sbb;
import javax.slee.SbbContext;
import org.mobicents.slee.ActivityContextInterfaceExt;
import org.mobicents.slee.ChildRelationExt;
import org.mobicents.slee.SbbContextExt;

/** Casts in every handler and runs what the event brings. */
public abstract class ExtendedSbb implements Sbb {
    private SbbContextExt context;

    public abstract ChildRelationExt getChildren();

    public String greet() {
        return "hello";
    }

    public SbbContextExt context() {
        return context;
    }

    @SuppressWarnings("unchecked")
    public void onAlpha(StubEvent event, ActivityContextInterface aci) {
        ((BiConsumer<ExtendedSbb, ActivityContextInterfaceExt>) event.payload())
                .accept(this, (ActivityContextInterfaceExt) aci);
    }

    @Override
    public void setSbbContext(SbbContext sbbContext) {
        context = (SbbContextExt) sbbContext;
    }

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
