package io.zongji.slee.testkit.stub;

import java.util.List;
import javax.slee.Address;
import javax.slee.EventTypeID;
import javax.slee.resource.ResourceAdaptorContext;
import javax.slee.resource.ResourceAdaptorID;
import javax.slee.resource.ResourceAdaptorTypeID;

/**
 * The interface of the stub resource adaptor, for SBBs and tests alike. Activities have names; errors of the endpoint come
 * as unchecked {@link StubFailure}s. The event types are {@link #ALPHA}, {@link #BETA} and {@link #GAMMA}, all of class
 * {@link StubEvent}.
 */
public interface StubResource {
    /** The value of the property {@code greeting} with which {@code raActive} fails. */
    String UNWELCOME = "go away";

    ResourceAdaptorTypeID TYPE = new ResourceAdaptorTypeID("Stub", "io.zongji.testkit", "1.0");
    ResourceAdaptorID RESOURCE_ADAPTOR = new ResourceAdaptorID("StubResourceAdaptor", "io.zongji.testkit", "1.0");
    EventTypeID ALPHA = new EventTypeID("stub.Alpha", "io.zongji.testkit", "1.0");
    EventTypeID BETA = new EventTypeID("stub.Beta", "io.zongji.testkit", "1.0");
    EventTypeID GAMMA = new EventTypeID("stub.Gamma", "io.zongji.testkit", "1.0");

    /** How an activity starts or an event is fired with regard to the caller's transaction. */
    enum Mode {
        PLAIN,
        TRANSACTED,
        SUSPENDED
    }

    StubActivity start(String activity, Mode mode);

    StubActivity start(String activity, Mode mode, int flags);

    void fire(String activity, EventTypeID type, StubEvent event, Address address, int flags, Mode mode);

    /** Fires outside any transaction, without address or flags. */
    void fire(String activity, EventTypeID type, StubEvent event);

    void end(String activity, Mode mode);

    /** Ends whatever was started and has not ended. */
    void endAll();

    /** Names of the callbacks the RA object has had, each with what it was about. */
    List<String> callbacks();

    /** The flags of the last event the RA was told of as processed. */
    int lastFlags();

    /** From now on ends activities from inside {@code activityUnreferenced}. */
    void endWhenUnreferenced();

    /** From now on ends activities that {@code queryLiveness} asks about. */
    void endWhenAsked();

    ResourceAdaptorContext context();
}
