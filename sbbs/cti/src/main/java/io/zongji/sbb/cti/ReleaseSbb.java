package io.zongji.sbb.cti;

import io.zongji.sbb.ServiceSbb;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.ReleaseOrder;
import io.zongji.sbb.events.ReleaseRequest;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.facilities.ActivityContextNamingFacility;

/** Passes an order from outside the SLEE, which sees no call's activity, on to the call. Lives for one order. */
public abstract class ReleaseSbb extends ServiceSbb {

    private ActivityContextNamingFacility names;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        names = (ActivityContextNamingFacility) environment.lookup("slee/facilities/activitycontextnaming");
    }

    public abstract void fireReleaseRequest(ReleaseRequest event, ActivityContextInterface activity, Address address);

    public void onReleaseOrder(ReleaseOrder order, ActivityContextInterface activity) {
        ActivityContextInterface call = names.lookup(ActivityNames.call(order.call()));
        if (call != null && !call.isEnding()) {
            fireReleaseRequest(order.request(), call, null);
        }
        activity.detach(context().getSbbLocalObject());
    }
}
