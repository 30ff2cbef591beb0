package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubActivity;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Event contexts: waiting for an answer in the middle of an event's delivery. */
public interface SuspendedDeliveryContract extends SleeContract {
    private void rootWithChildOnOneActivityAndRootOnAnother() {
        services("Probe");
        start("a", "b");
        alpha("a", in("Root", (sbb, aci, event) -> {
            sbb.attachChild(sbb.getChild(), aci);
            sbb.stubFactory().getActivityContextInterface(new StubActivity("b")).attach(sbb.self());
        }));
        Probe.reset();
    }

    private void suspendAtBeta(int millis) {
        beta("a", in("Root", (sbb, aci, event) -> {
            event.suspendDelivery(millis);
            sbb.setHeld(event);
            assertThat(event.isSuspended()).isTrue();
        }));
    }

    @Test
    default void suspendDeliveryStopsAtThisEntityAndResumesAtTheNext() {
        rootWithChildOnOneActivityAndRootOnAnother();
        suspendAtBeta(60_000);
        stub().fire("a", StubResource.GAMMA, new StubEvent(nothing()));
        settle();
        assertThat(Probe.handlers()).containsExactly("Root Beta");

        beta("b", in("Root", (sbb, aci, event) -> sbb.getHeld().resumeDelivery()));

        assertThat(Probe.handlers())
                .containsExactly("Root Beta", "Root Beta", "Child Beta", "Root Gamma", "Child Gamma");
    }

    @Test
    default void timeoutResumes() {
        rootWithChildOnOneActivityAndRootOnAnother();
        suspendAtBeta(1_000);
        advance(Duration.ofMillis(400));
        assertThat(Probe.handlers()).containsExactly("Root Beta");

        advance(Duration.ofSeconds(1));

        assertThat(Probe.handlers()).containsExactly("Root Beta", "Child Beta");
    }

    @Test
    default void rolledBackSuspensionDoesNotHappen() {
        rootWithChildOnOneActivityAndRootOnAnother();
        beta("a", in("Root", (sbb, aci, event) -> {
            event.suspendDelivery();
            sbb.context().setRollbackOnly();
        }));

        assertThat(Probe.handlers()).containsExactly("Root Beta", "Child Beta");
    }

    @Test
    default void misuseIsRefused() {
        rootWithChildOnOneActivityAndRootOnAnother();
        beta("a", in("Root", (sbb, aci, event) -> {
            assertThatThrownBy(event::resumeDelivery).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> event.suspendDelivery(0)).isInstanceOf(IllegalArgumentException.class);
            event.suspendDelivery();
            assertThatThrownBy(event::suspendDelivery).isInstanceOf(IllegalStateException.class);
            event.resumeDelivery();
            Probe.note("done");
        }));

        assertThat(Probe.handlers()).containsExactly("Root Beta", "done", "Child Beta");
    }
}
