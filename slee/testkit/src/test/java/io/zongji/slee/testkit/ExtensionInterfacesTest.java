package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.extended.ExtendedLocal;
import io.zongji.slee.testkit.extended.ExtendedSbb;
import io.zongji.slee.testkit.stub.StubActivity;
import io.zongji.slee.testkit.stub.StubActivityContextInterfaceFactory;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javax.slee.CreateException;
import javax.slee.ServiceID;
import javax.slee.facilities.NameAlreadyBoundException;
import javax.slee.facilities.TimerOptions;
import javax.slee.resource.ResourceAdaptorTypeID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobicents.slee.ActivityContextInterfaceExt;
import org.mobicents.slee.ChildRelationExt;
import org.mobicents.slee.SbbContextExt;

/** Services that cast to the extension interfaces of RestComm JAIN SLEE find them implemented. */
class ExtensionInterfacesTest extends ProbeTest {
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private interface Step {
        void run(ExtendedSbb sbb, ActivityContextInterfaceExt aci) throws Exception;
    }

    @BeforeEach
    void installTheService() {
        ClassLoader loader = ExtendedSbb.class.getClassLoader();
        slee.install(TestSlee.unitRoot(loader, "io/zongji/slee/testkit/extended"), loader);
        slee.activate(new ServiceID("Extended", "io.zongji.testkit", "1.0"));
        start("a");
    }

    /** Runs a step in the handler of an event on activity a, and fails if it failed there. */
    private void inHandler(Step step) {
        fire("a", step);
        slee.settle();
        assertThat(failure.get()).isNull();
    }

    private void fire(String activity, Step step) {
        BiConsumer<ExtendedSbb, ActivityContextInterfaceExt> payload = (sbb, aci) -> {
            try {
                step.run(sbb, aci);
            } catch (Exception | AssertionError e) {
                failure.set(e);
            }
        };
        stub.fire(activity, StubResource.ALPHA, new StubEvent(payload));
    }

    @Test
    void theContextHasTheFacilities() {
        inHandler((sbb, aci) -> {
            SbbContextExt context = sbb.context();
            assertThat(context.getTimerFacility().getResolution()).isPositive();
            assertThat(context.getAlarmFacility()).isNotNull();
            assertThat(context.getActivityContextNamingFacility()).isNotNull();
            assertThat(context.getProfileFacility()).isNotNull();
            assertThat(context.getProfileTableActivityContextInterfaceFactory()).isNotNull();
            assertThat(context.getServiceActivityFactory().getActivity()).isNotNull();
            assertThat(context.getServiceActivityContextInterfaceFactory()).isNotNull();
            assertThat(context.getNullActivityContextInterfaceFactory()
                            .getActivityContextInterface(
                                    context.getNullActivityFactory().createNullActivity()))
                    .isNotNull();
        });
    }

    @Test
    void theContextFindsResourceAdaptors() {
        ResourceAdaptorTypeID unknown = new ResourceAdaptorTypeID("Unknown", "nobody", "1");

        inHandler((sbb, aci) -> {
            SbbContextExt context = sbb.context();
            assertThat(context.getResourceAdaptorInterface(StubResource.TYPE, "stub"))
                    .isSameAs(stub);
            assertThat(context.getActivityContextInterfaceFactory(StubResource.TYPE))
                    .isNotNull();
            assertThatThrownBy(() -> context.getResourceAdaptorInterface(StubResource.TYPE, "elsewhere"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> context.getActivityContextInterfaceFactory(unknown))
                    .isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void childrenHaveNames() {
        inHandler((sbb, aci) -> {
            ExtendedLocal child = (ExtendedLocal) sbb.getChildren().create(ChildRelationExt.DEFAULT_CHILD_NAME);
            ExtendedLocal nameless = (ExtendedLocal) sbb.getChildren().create();

            assertThat(child.greet()).isEqualTo("hello");
            assertThat(child.getName()).isEqualTo("0");
            assertThat(child.getChildRelation()).isEqualTo("getChildren");
            assertThat(child.getParent()).isEqualTo(sbb.context().getSbbLocalObject());
            assertThat(sbb.getChildren().get("0")).isEqualTo(child);
            assertThat(sbb.getChildren().get(nameless.getName())).isEqualTo(nameless);
            assertThat(sbb.getChildren().get("1")).isNull();
            assertThatThrownBy(() -> sbb.getChildren().create("0")).isInstanceOf(CreateException.class);
            assertThatThrownBy(() -> sbb.getChildren().create("")).isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void aRootHasNoParent() {
        inHandler((sbb, aci) -> {
            assertThat(sbb.context().getSbbLocalObject().getParent()).isNull();
            assertThat(sbb.context().getSbbLocalObject().getChildRelation()).isNull();
            assertThat(sbb.context().getSbbLocalObject().getName()).isNotEmpty();
        });
    }

    @Test
    void anActivityTellsWhatHangsOnIt() {
        inHandler((sbb, aci) -> {
            var timer = sbb.context()
                    .getTimerFacility()
                    .setTimer(aci, null, slee.clock().millis() + 1_000, new TimerOptions());
            bind(sbb, aci, "desk");

            assertThat(aci.getTimers()).containsExactly(timer);
            assertThat(aci.getNamesBound()).containsExactly("desk");
        });
    }

    private static void bind(ExtendedSbb sbb, ActivityContextInterfaceExt aci, String name)
            throws NameAlreadyBoundException {
        sbb.context().getActivityContextNamingFacility().bind(aci, name);
    }

    @Test
    void aSuspendedActivityWaitsForTheTransaction() throws Exception {
        start("b");
        CountDownLatch delivered = new CountDownLatch(1);

        inHandler((sbb, aci) -> {
            var factory = (StubActivityContextInterfaceFactory)
                    sbb.context().getActivityContextInterfaceFactory(StubResource.TYPE);
            ((ActivityContextInterfaceExt) factory.getActivityContextInterface(new StubActivity("b"))).suspend();
            Thread outside = new Thread(() -> fire("b", (other, b) -> delivered.countDown()));
            outside.start();
            outside.join();

            assertThat(delivered.await(50, TimeUnit.MILLISECONDS)).isFalse();
        });

        assertThat(delivered.getCount()).isZero();
    }
}
