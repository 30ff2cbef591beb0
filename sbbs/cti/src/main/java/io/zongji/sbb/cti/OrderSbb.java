package io.zongji.sbb.cti;

import io.zongji.domain.CallId;
import io.zongji.domain.conversation.Refusal;
import io.zongji.sbb.NamedActivities;
import io.zongji.sbb.ServiceSbb;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.AgentRelease;
import io.zongji.sbb.events.AttachOrder;
import io.zongji.sbb.events.AttachRequest;
import io.zongji.sbb.events.ConversationEnded;
import io.zongji.sbb.events.ReleaseOrder;
import io.zongji.sbb.events.ReleaseRequest;
import io.zongji.sbb.events.ServiceOrder;
import io.zongji.sbb.events.ServiceRequest;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;

/** Passes an order from outside the SLEE, which sees no call's activity, on to the call. Lives for one order. */
public abstract class OrderSbb extends ServiceSbb {

    private NamedActivities activities;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        activities = new NamedActivities(environment);
    }

    public abstract void fireReleaseRequest(ReleaseRequest event, ActivityContextInterface activity, Address address);

    public abstract void fireServiceRequest(ServiceRequest event, ActivityContextInterface activity, Address address);

    public abstract void fireAttachRequest(AttachRequest event, ActivityContextInterface activity, Address address);

    public abstract void fireConversationEnded(
            ConversationEnded event, ActivityContextInterface activity, Address address);

    public void onReleaseOrder(ReleaseOrder order, ActivityContextInterface activity) {
        find(order.call()).ifPresent(call -> fireReleaseRequest(order.request(), call, null));
        activity.detach(context().getSbbLocalObject());
    }

    public void onServiceOrder(ServiceOrder order, ActivityContextInterface activity) {
        find(order.call())
                .ifPresentOrElse(
                        call -> fireServiceRequest(order.request(), call, null),
                        () -> order.request().reply().done(Refusal.NO_SUCH_CALL));
        activity.detach(context().getSbbLocalObject());
    }

    public void onAttachOrder(AttachOrder order, ActivityContextInterface activity) {
        find(order.call()).ifPresentOrElse(call -> fireAttachRequest(order.request(), call, null), () -> order.request()
                .reply()
                .done(Refusal.NO_SUCH_CALL));
        activity.detach(context().getSbbLocalObject());
    }

    public void onAgentRelease(AgentRelease order, ActivityContextInterface activity) {
        ConversationEnded ended = new ConversationEnded(null, order.agent(), order.call(), true);
        activities.find(ActivityNames.ACD).ifPresent(acd -> fireConversationEnded(ended, acd, null));
        activity.detach(context().getSbbLocalObject());
    }

    private Optional<ActivityContextInterface> find(CallId call) {
        return activities.find(ActivityNames.call(call));
    }
}
