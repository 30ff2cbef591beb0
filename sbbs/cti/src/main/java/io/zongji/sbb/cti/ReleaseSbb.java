package io.zongji.sbb.cti;

import io.zongji.sbb.NamedActivities;
import io.zongji.sbb.ServiceSbb;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.ReleaseOrder;
import io.zongji.sbb.events.ReleaseRequest;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;

/** Passes an order from outside the SLEE, which sees no call's activity, on to the call. Lives for one order. */
public abstract class ReleaseSbb extends ServiceSbb {

    private NamedActivities activities;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        activities = new NamedActivities(environment);
    }

    public abstract void fireReleaseRequest(ReleaseRequest event, ActivityContextInterface activity, Address address);

    public void onReleaseOrder(ReleaseOrder order, ActivityContextInterface activity) {
        activities
                .find(ActivityNames.call(order.call()))
                .ifPresent(call -> fireReleaseRequest(order.request(), call, null));
        activity.detach(context().getSbbLocalObject());
    }
}
