package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.container.resource.EntityState;
import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubActivity;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import javax.slee.UnrecognizedActivityException;
import javax.slee.resource.EventFlags;
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
}
