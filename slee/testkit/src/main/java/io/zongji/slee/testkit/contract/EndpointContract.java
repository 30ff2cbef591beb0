package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.container.resource.EntityState;
import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubActivity;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import javax.slee.EventTypeID;
import javax.slee.UnrecognizedActivityException;
import javax.slee.UnrecognizedEventException;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.EventFlags;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.ResourceAdaptorContext;
import javax.slee.resource.SleeEndpoint;
import javax.slee.resource.UnrecognizedActivityHandleException;
import org.junit.jupiter.api.Test;

/** What resource adaptors may rely on. */
public interface EndpointContract extends SleeContract {
    @Test
    default void suspendedActivityHoldsEventsUntilCommit() {
        services("Probe");
        start("a");

        alpha("a", in("Root", (sbb, aci, event) -> {
            if (!aci.getActivity().equals(new StubActivity("a"))) {
                return;
            }
            StubActivity b = sbb.resource().start("b", StubResource.Mode.SUSPENDED);
            // The answer is there before the SBB has attached; another thread fires it, as a network would.
            Thread network = new Thread(() -> stub().fire("b", StubResource.BETA, new StubEvent(nothing())));
            network.start();
            network.join();
            sbb.stubFactory().getActivityContextInterface(b).attach(sbb.self());
            Probe.note("attached");
        }));

        assertThat(Probe.handlers()).containsExactly("Root Alpha", "attached", "Root Beta");
    }

    @Test
    default void eventFiredInsideAnSbbCallIsRoutedAfterItsTransaction() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            sbb.resource().fire("a", StubResource.BETA, new StubEvent(nothing()));
            sbb.context().setRollbackOnly();
            Probe.note("still in Alpha");
        });

        assertThat(Probe.handlers()).containsExactly("Root Alpha", "still in Alpha", "Root Beta");
    }

    @Test
    default void transactedActivityInvisibleUntilCommit() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            StubActivity b = sbb.resource().start("b", StubResource.Mode.TRANSACTED);
            assertThat(sbb.stubFactory().getActivityContextInterface(b)).isNotNull();
            Thread other = new Thread(() -> {
                try {
                    stub().fire("b", StubResource.BETA, new StubEvent(nothing()));
                } catch (RuntimeException e) {
                    Probe.note("invisible");
                }
            });
            other.start();
            other.join();
        });

        assertThat(Probe.about("invisible")).hasSize(1);
        stub().fire("b", StubResource.BETA, new StubEvent(nothing()));
    }

    @Test
    default void transactedActivityVanishesWithARollback() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            sbb.resource().start("b", StubResource.Mode.TRANSACTED);
            sbb.context().setRollbackOnly();
        });

        assertThat(activities("stub")).isEqualTo(1);
        alpha("a", (sbb, aci, event) -> assertThatThrownBy(
                        () -> sbb.stubFactory().getActivityContextInterface(new StubActivity("b")))
                .isInstanceOf(UnrecognizedActivityException.class));
        assertThat(Probe.about("sbbExceptionThrown")).isEmpty();
    }

    @Test
    default void raStoppingRefusesNewActivities() throws Exception {
        start("a");

        container().deactivateResourceAdaptorEntity("stub");

        assertThat(stub().callbacks()).contains("raStopping");
        assertThatThrownBy(() -> start("b")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void raInactiveOnlyAfterLastActivityEnded() throws Exception {
        services("Probe");
        start("a");
        alpha("a", nothing());

        container().deactivateResourceAdaptorEntity("stub");
        beta("a", nothing());
        assertThat(container().resourceAdaptorEntityState("stub")).isEqualTo(EntityState.STOPPING);
        end("a");

        assertThat(Probe.handlers()).containsExactly("Root Alpha", "Root Beta", "Root End");
        assertThat(container().resourceAdaptorEntityState("stub")).isEqualTo(EntityState.INACTIVE);
        assertThat(stub().callbacks()).endsWith("raInactive");
    }

    @Test
    default void raLearnsWhatBecameOfItsEvents() {
        services("Probe");
        start("a");
        int flags = EventFlags.REQUEST_PROCESSING_SUCCESSFUL_CALLBACK | EventFlags.REQUEST_EVENT_UNREFERENCED_CALLBACK;

        stub().fire("a", StubResource.ALPHA, new StubEvent(nothing()), null, flags, StubResource.Mode.PLAIN);
        settle();

        assertThat(stub().callbacks()).endsWith("eventProcessingSuccessful a", "eventUnreferenced a");
    }

    @Test
    default void raLearnsThatTheFiringTransactionRolledBack() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            sbb.resource()
                    .fire(
                            "a",
                            StubResource.BETA,
                            new StubEvent(nothing()),
                            null,
                            EventFlags.REQUEST_PROCESSING_FAILED_CALLBACK,
                            StubResource.Mode.TRANSACTED);
            sbb.context().setRollbackOnly();
        });

        assertThat(stub().callbacks().get(stub().callbacks().size() - 1)).startsWith("eventProcessingFailed a");
        assertThat(Probe.about("Beta")).isEmpty();
    }

    @Test
    default void raIsToldOfServicesThatReceiveItsEvents() throws Exception {
        services("Probe");
        deactivate("Probe");

        assertThat(stub().callbacks())
                .containsSubsequence("serviceActive Probe", "serviceStopping Probe", "serviceInactive Probe");
    }

    @Test
    default void usedHandleIsRefusedUntilItsActivityEnded() {
        start("a");
        assertThatThrownBy(() -> start("a")).hasMessageContaining("ActivityAlreadyExistsException");

        end("a");

        start("a");
    }

    @Test
    default void wrongCallsOfTheEndpointAreRefused() throws Exception {
        start("a");
        ResourceAdaptorContext context = stub().context();
        SleeEndpoint endpoint = context.getSleeEndpoint();
        FireableEventType alpha = context.getEventLookupFacility().getFireableEventType(StubResource.ALPHA);
        ActivityHandle unknown = new ActivityHandle() {};

        assertThatThrownBy(() -> endpoint.startActivity(null, "x")).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> endpoint.startActivity(unknown, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> endpoint.endActivity(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> endpoint.endActivity(unknown)).isInstanceOf(UnrecognizedActivityHandleException.class);
        assertThatThrownBy(() -> endpoint.fireEvent(unknown, alpha, new StubEvent("x"), null, null))
                .isInstanceOf(UnrecognizedActivityHandleException.class);
        assertThatThrownBy(() -> stub().fire("a", StubResource.ALPHA, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> context.getEventLookupFacility()
                        .getFireableEventType(new EventTypeID("javax.slee.ActivityEndEvent", "javax.slee", "1.0")))
                .isInstanceOf(UnrecognizedEventException.class);
    }

    @Test
    default void whatATransactionStartsFiresAndEndsHappensWithItsCommit() {
        services("Probe");
        start("a");

        alpha("a", in("Root", (sbb, aci, event) -> {
            sbb.resource().start("b", StubResource.Mode.TRANSACTED);
            sbb.resource()
                    .fire("b", StubResource.ALPHA, new StubEvent(nothing()), null, 0, StubResource.Mode.TRANSACTED);
            sbb.resource().end("b", StubResource.Mode.TRANSACTED);
            Probe.note("not yet");
        }));

        assertThat(Probe.handlers()).containsExactly("Root Alpha", "not yet", "Root Alpha", "Root End");
        assertThat(activities("stub")).isEqualTo(1);
    }

    @Test
    default void endOfARolledBackTransactionDoesNotHappen() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            sbb.resource().end("a", StubResource.Mode.TRANSACTED);
            assertThat(aci.isEnding()).isTrue();
            sbb.context().setRollbackOnly();
        });
        beta("a", (sbb, aci, event) -> {
            assertThat(aci.isEnding()).isFalse();
            Probe.note("alive");
        });

        assertThat(Probe.about("alive")).hasSize(1);
        assertThat(Probe.about("End")).isEmpty();
    }

    @Test
    default void raLearnsWhetherAnSbbHadTheEvent() {
        services("Probe");
        start("a");
        int flags = EventFlags.REQUEST_PROCESSING_SUCCESSFUL_CALLBACK;

        stub().fire("a", StubResource.BETA, new StubEvent(nothing()), null, flags, StubResource.Mode.PLAIN);
        settle();
        assertThat(EventFlags.hasSbbProcessedEvent(stub().lastFlags())).isFalse();
        stub().fire("a", StubResource.ALPHA, new StubEvent(nothing()), null, flags, StubResource.Mode.PLAIN);
        settle();

        assertThat(EventFlags.hasSbbProcessedEvent(stub().lastFlags())).isTrue();
    }
}
