package io.zongji.benchmarks;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.deploy.DeployableUnitSource;
import io.zongji.slee.container.naming.ThreadNaming;
import io.zongji.slee.testkit.TestSlee;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.net.URL;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.slee.EventTypeID;
import javax.slee.ServiceID;
import javax.slee.resource.ActivityFlags;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.EventFlags;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.SleeEndpoint;

/** A SLEE in real time with its default number of threads, one active service and started activities. */
final class SleeTarget implements Target {
    /** {@code CountingSbb}: one entity an activity, which stays. */
    static final String COUNTING = "Counting";

    /** {@code BriefSbb}: one entity an event, which goes at once. */
    static final String BRIEF = "Brief";

    /** {@code WaitingSbb}: one entity an activity, with a field and a timer. */
    static final String WAITING = "Waiting";

    private static final String LINK = "stub";

    private final SleeContainer container;
    private final Handle[] handles;
    private final SleeEndpoint endpoint;
    private final FireableEventType beginning;
    private final FireableEventType working;

    private record Handle(int number) implements ActivityHandle {}

    SleeTarget(String service, int activities) {
        container = SleeContainer.builder()
                .name("measured")
                .naming(ThreadNaming.install())
                .queueLimits(1_000_000, 1_000_000)
                .drainTime(Duration.ZERO)
                .build();
        handles = new Handle[activities];
        try {
            StubResource stub = start(service);
            endpoint = stub.context().getSleeEndpoint();
            beginning = type(stub, StubResource.GAMMA);
            working = type(stub, StubResource.ALPHA);
            begin();
        } catch (Exception e) {
            throw new IllegalStateException("The measured SLEE did not start", e);
        }
    }

    private StubResource start(String service) throws Exception {
        ClassLoader loader = SleeTarget.class.getClassLoader();
        container.start();
        URL stub = TestSlee.unitRoot(loader, "io/zongji/slee/testkit/unit");
        container.install(DeployableUnitSource.onClassPath(stub, loader));
        URL ours = TestSlee.unitRoot(loader, "io/zongji/benchmarks/unit");
        container.install(DeployableUnitSource.onClassPath(ours, loader));
        container.createResourceAdaptorEntity(StubResource.RESOURCE_ADAPTOR, LINK, new ConfigProperties());
        container.bindLinkName(LINK, LINK);
        container.activateResourceAdaptorEntity(LINK);
        container.activateService(new ServiceID(service, "io.zongji.benchmarks", "1.0"));
        return (StubResource) container.resourceAdaptorInterface(StubResource.TYPE, LINK);
    }

    private static FireableEventType type(StubResource stub, EventTypeID id) throws Exception {
        return stub.context().getEventLookupFacility().getFireableEventType(id);
    }

    /** Every activity has its entity before anything is measured. */
    private void begin() throws Exception {
        for (int i = 0; i < handles.length; i++) {
            handles[i] = new Handle(i);
            endpoint.startActivity(handles[i], handles[i], ActivityFlags.NO_FLAGS);
            fire(i, beginning, count -> {});
        }
        awaitQuiet();
    }

    void awaitQuiet() {
        while (!container.isQuiet()) {
            LockSupport.parkNanos(100_000);
        }
    }

    @Override
    public void fire(int activity, Work work) {
        fire(activity, working, work);
    }

    private void fire(int activity, FireableEventType type, Work work) {
        try {
            endpoint.fireEvent(handles[activity], type, new StubEvent(work), null, null, EventFlags.NO_FLAGS);
        } catch (Exception e) {
            throw new IllegalStateException("The SLEE took no event", e);
        }
    }

    int entities() {
        return container.statistics().entityCount();
    }

    int timers() {
        return container.statistics().timers();
    }

    @Override
    public void close() {
        try {
            container.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The measured SLEE did not stop", e);
        }
    }
}
