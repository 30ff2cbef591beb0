package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.ProbeLocal;
import io.zongji.slee.testkit.stub.StubActivity;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.time.Duration;
import javax.slee.facilities.TimerOptions;
import javax.slee.resource.ActivityFlags;
import org.junit.jupiter.api.Test;

/** How activities end, and what goes with them. */
class EndOfActivityTest extends ProbeTest {
    @Test
    void queuedEventsComeBeforeActivityEnd() {
        services("Probe");
        start("a");
        fireAlpha("a", nothing());
        for (int i = 0; i < 20; i++) {
            stub.fire("a", StubResource.BETA, new StubEvent(nothing()));
        }

        end("a");

        assertThat(Probe.handlers()).hasSize(22).endsWith("Root Beta", "Root End");
        assertNothingIsLeft();
    }

    @Test
    void pendingEventOfATransactionComesBeforeActivityEnd() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            sbb.fireBeta(new StubEvent(nothing()), aci, null);
            sbb.resource().end("a", StubResource.Mode.PLAIN);
        });

        assertThat(Probe.handlers()).containsExactly("Root Alpha", "Root Beta", "Root End");
        assertNothingIsLeft();
    }

    @Test
    void firingAfterEndFails() {
        services("Probe");
        start("a");
        alpha("a", (sbb, aci, event) -> {
            sbb.resource().end("a", StubResource.Mode.PLAIN);
            assertThat(aci.isEnding()).isTrue();
            assertThatThrownBy(() -> sbb.fireBeta(new StubEvent(nothing()), aci, null))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> sbb.resource().fire("a", StubResource.BETA, new StubEvent(nothing())))
                    .hasMessageContaining("ActivityIsEndingException");
            Probe.note("refused");
        });

        assertThat(Probe.about("refused")).hasSize(1);
        assertThatThrownBy(() -> fireAlpha("a", nothing())).hasMessageContaining("UnrecognizedActivityHandle");
    }

    @Test
    void endDetachesEvenNonReceivers() {
        services("Deaf");
        start("a");
        alpha("a", nothing());
        assertThat(entities("Deaf")).isEqualTo(1);

        end("a");

        assertThat(Probe.handlers()).containsExactly("Deaf Alpha");
        assertNothingIsLeft();
    }

    @Test
    void failingEndHandlerIsDetachedAllTheSame() {
        services("Probe");
        start("a");
        alpha("a", nothing());
        Probe.when("End", (sbb, aci, event) -> {
            throw new IllegalStateException("no end");
        });

        end("a");

        assertNothingIsLeft();
    }

    @Test
    void failingRemovalIsLetGoInTheEnd() {
        services("Probe");
        start("a");
        alpha("a", nothing());
        Probe.when("sbbRemove", (sbb, aci, event) -> {
            throw new IllegalStateException("I stay");
        });

        end("a");

        assertThat(slee.statistics().activityCount()).isZero();
        assertThat(Probe.about("of a removal")).isNotEmpty();
    }

    @Test
    void namesAndTimersGoAtActivityEnd() {
        services("Probe");
        start("a");
        alpha("a", (sbb, aci, event) -> {
            sbb.names().bind(aci, "name/of/a");
            sbb.timers().setTimer(aci, null, slee.clock().millis() + 60_000, new TimerOptions());
        });
        assertThat(slee.statistics().timers()).isEqualTo(1);
        assertThat(slee.statistics().names()).isEqualTo(1);

        end("a");
        slee.advance(Duration.ofSeconds(61));

        assertThat(Probe.about("Timer")).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void raMayEndAnActivityThatARollbackLeftUnreferenced() {
        services("Probe");
        stub.endWhenUnreferenced();
        start("a");
        stub.start("b", StubResource.Mode.PLAIN, ActivityFlags.REQUEST_ACTIVITY_UNREFERENCED_CALLBACK);

        alpha("a", in("Root", (sbb, aci, event) -> {
            sbb.stubFactory().getActivityContextInterface(new StubActivity("b")).attach(sbb.self());
            sbb.context().setRollbackOnly();
        }));

        assertThat(stub.callbacks()).contains("activityUnreferenced b");
        assertThat(slee.statistics().activities()).containsEntry("stub", 1);
        end("a");
        assertNothingIsLeft();
    }

    @Test
    void raMayEndAnActivityWhenItsEventWasNotFired() {
        services("Probe");
        stub.endWhenUnreferenced();
        start("a");
        stub.start("b", StubResource.Mode.PLAIN, ActivityFlags.REQUEST_ACTIVITY_UNREFERENCED_CALLBACK);

        alpha("a", (sbb, aci, event) -> {
            sbb.resource()
                    .fire("b", StubResource.BETA, new StubEvent(nothing()), null, 0, StubResource.Mode.TRANSACTED);
            sbb.context().setRollbackOnly();
        });

        assertThat(slee.statistics().activities()).containsEntry("stub", 1);
        end("a");
        assertNothingIsLeft();
    }

    @Test
    void rootRemovedWhenTreeHasNoAttachment() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> aci.detach(sbb.self()));

        assertThat(Probe.about("sbbRemove")).containsExactly("Root sbbRemove");
        assertThat(entities("Root")).isZero();
    }

    @Test
    void childWithoutAttachmentStaysWhileRootLives() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> sbb.setPeer(sbb.getChild().create()));
        assertThat(entities("Child")).isEqualTo(1);
        beta("a", (sbb, aci, event) -> Probe.note("children " + sbb.getChild().size()));

        assertThat(Probe.about("children")).containsExactly("children 1");
        end("a");
        assertNothingIsLeft();
    }

    @Test
    void attachedChildKeepsTheTreeAlive() {
        services("Probe");
        start("a", "b");
        alpha("a", in("Root", (sbb, aci, event) -> {
            ProbeLocal child = (ProbeLocal) sbb.getChild().create();
            sbb.stubFactory().getActivityContextInterface(new StubActivity("b")).attach(child);
        }));

        end("a");
        assertThat(entities("Root")).isEqualTo(1);
        end("b");

        assertNothingIsLeft();
    }

    @Test
    void removeCascades() {
        services("Probe");
        start("a");
        alpha("a", in("Root", (sbb, aci, event) -> {
            ProbeLocal child = sbb.attachChild(sbb.getChild(), aci);
            child.call(below -> {
                try {
                    below.attachChild(below.getChild(), aci);
                } catch (javax.slee.CreateException e) {
                    throw new IllegalStateException(e);
                }
            });
            sbb.setPeer(child);
        }));
        assertThat(entities("Child")).isEqualTo(2);
        Probe.reset();

        beta("a", in("Root", (sbb, aci, event) -> {
            sbb.getPeer().remove();
            assertThat(sbb.getChild()).isEmpty();
        }));

        assertThat(entities("Child")).isZero();
        assertThat(Probe.handlers()).containsExactly("Root Beta");
        assertThat(Probe.about("sbbRemove")).hasSize(2);
    }

    @Test
    void raIsToldOfEndAndOfLostReferences() {
        services("Probe");
        stub.start(
                "a",
                StubResource.Mode.PLAIN,
                ActivityFlags.REQUEST_ENDED_CALLBACK | ActivityFlags.REQUEST_ACTIVITY_UNREFERENCED_CALLBACK);
        alpha("a", nothing());
        assertThat(stub.callbacks()).doesNotContain("activityUnreferenced a");

        beta("a", (sbb, aci, event) -> aci.detach(sbb.self()));
        assertThat(stub.callbacks()).contains("activityUnreferenced a").doesNotContain("activityEnded a");
        end("a");

        assertThat(stub.callbacks()).contains("activityEnded a");
    }
}
