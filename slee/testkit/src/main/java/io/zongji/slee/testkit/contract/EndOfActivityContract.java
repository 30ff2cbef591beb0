package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.ProbeLocal;
import io.zongji.slee.testkit.stub.StubActivity;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.time.Duration;
import javax.slee.CreateException;
import javax.slee.facilities.TimerOptions;
import javax.slee.resource.ActivityFlags;
import org.junit.jupiter.api.Test;

/** How activities end, and what goes with them. */
public interface EndOfActivityContract extends SleeContract {
    @Test
    default void queuedEventsComeBeforeActivityEnd() {
        services("Probe");
        start("a");
        fireAlpha("a", nothing());
        for (int i = 0; i < 20; i++) {
            stub().fire("a", StubResource.BETA, new StubEvent(nothing()));
        }

        end("a");

        assertThat(Probe.handlers()).hasSize(22).endsWith("Root Beta", "Root End");
        assertNothingIsLeft();
    }

    @Test
    default void pendingEventOfATransactionComesBeforeActivityEnd() {
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
    default void firingAfterEndFails() {
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
    default void endDetachesEvenNonReceivers() {
        services("Deaf");
        start("a");
        alpha("a", nothing());
        assertThat(entities("Deaf")).isEqualTo(1);

        end("a");

        assertThat(Probe.handlers()).containsExactly("Deaf Alpha");
        assertNothingIsLeft();
    }

    @Test
    default void failingEndHandlerIsDetachedAllTheSame() {
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
    default void failingRemovalIsLetGoInTheEnd() {
        services("Probe");
        start("a");
        alpha("a", in("Root", (sbb, aci, event) -> sbb.attachChild(sbb.getChild(), aci)));
        Probe.when("sbbRemove", (sbb, aci, event) -> {
            throw new IllegalStateException("I stay");
        });

        end("a");

        assertThat(Probe.about("of a removal")).isNotEmpty();
        assertNothingIsLeft();
    }

    @Test
    default void namesAndTimersGoAtActivityEnd() {
        services("Probe");
        start("a");
        alpha("a", (sbb, aci, event) -> {
            sbb.names().bind(aci, "name/of/a");
            sbb.timers().setTimer(aci, null, now() + 500, new TimerOptions());
        });
        assertThat(timers()).isEqualTo(1);
        assertThat(names()).isEqualTo(1);

        end("a");
        advance(Duration.ofMillis(800));

        assertThat(Probe.about("Timer")).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    default void raMayEndAnActivityThatARollbackLeftUnreferenced() {
        services("Probe");
        stub().endWhenUnreferenced();
        start("a");
        stub().start("b", StubResource.Mode.PLAIN, ActivityFlags.REQUEST_ACTIVITY_UNREFERENCED_CALLBACK);

        alpha("a", in("Root", (sbb, aci, event) -> {
            sbb.stubFactory().getActivityContextInterface(new StubActivity("b")).attach(sbb.self());
            sbb.context().setRollbackOnly();
        }));

        assertThat(stub().callbacks()).contains("activityUnreferenced b");
        assertThat(activities("stub")).isEqualTo(1);
        end("a");
        assertNothingIsLeft();
    }

    @Test
    default void raMayEndAnActivityWhenItsEventWasNotFired() {
        services("Probe");
        stub().endWhenUnreferenced();
        start("a");
        stub().start("b", StubResource.Mode.PLAIN, ActivityFlags.REQUEST_ACTIVITY_UNREFERENCED_CALLBACK);

        alpha("a", (sbb, aci, event) -> {
            sbb.resource()
                    .fire("b", StubResource.BETA, new StubEvent(nothing()), null, 0, StubResource.Mode.TRANSACTED);
            sbb.context().setRollbackOnly();
        });

        assertThat(activities("stub")).isEqualTo(1);
        end("a");
        assertNothingIsLeft();
    }

    @Test
    default void rootRemovedWhenTreeHasNoAttachment() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> aci.detach(sbb.self()));

        assertThat(Probe.about("sbbRemove")).containsExactly("Root sbbRemove");
        assertThat(entities("Root")).isZero();
    }

    @Test
    default void childWithoutAttachmentStaysWhileRootLives() {
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
    default void attachedChildKeepsTheTreeAlive() {
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
    default void removeCascades() {
        services("Probe");
        start("a");
        alpha("a", in("Root", (sbb, aci, event) -> {
            ProbeLocal child = sbb.attachChild(sbb.getChild(), aci);
            child.call(below -> {
                try {
                    below.attachChild(below.getChild(), aci);
                } catch (CreateException e) {
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
    default void raIsToldOfEndAndOfLostReferences() {
        services("Probe");
        stub().start(
                        "a",
                        StubResource.Mode.PLAIN,
                        ActivityFlags.REQUEST_ENDED_CALLBACK | ActivityFlags.REQUEST_ACTIVITY_UNREFERENCED_CALLBACK);
        alpha("a", nothing());
        assertThat(stub().callbacks()).doesNotContain("activityUnreferenced a");

        beta("a", (sbb, aci, event) -> aci.detach(sbb.self()));
        assertThat(stub().callbacks()).contains("activityUnreferenced a").doesNotContain("activityEnded a");
        end("a");

        assertThat(stub().callbacks()).contains("activityEnded a");
    }
}
