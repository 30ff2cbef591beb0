package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.Script;
import io.zongji.slee.testkit.stub.StubActivity;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import org.junit.jupiter.api.Test;

/** What a suspended delivery means for ends, rollbacks and services that have not had the event. */
public interface EventContextContract extends SleeContract {
    @Test
    default void resumingThatRollsBackLeavesTheDeliverySuspended() {
        rootOnTwoActivities();
        beta("a", suspend());

        beta("b", in("Root", (sbb, aci, event) -> {
            sbb.getHeld().resumeDelivery();
            sbb.context().setRollbackOnly();
        }));
        stub().fire("a", StubResource.GAMMA, new StubEvent(nothing()));
        settle();
        assertThat(Probe.about("Gamma")).isEmpty();
        resume();

        assertThat(Probe.about("Gamma")).containsExactly("Root Gamma");
        end("a", "b");
        assertNothingIsLeft();
    }

    @Test
    default void endOfTheActivityWaitsForASuspendedDelivery() {
        rootOnTwoActivities();
        beta("a", suspend());

        end("a");
        assertThat(Probe.about("End")).isEmpty();
        resume();

        assertThat(Probe.about("End")).containsExactly("Root End");
        end("b");
        assertNothingIsLeft();
    }

    @Test
    default void serviceOfLowerPriorityGetsASuspendedInitialEventAfterwards() {
        services("Probe", "High");
        start("a", "b");

        alpha("a", in("Second", (sbb, aci, event) -> {
            event.suspendDelivery();
            sbb.setHeld(event);
            sbb.stubFactory().getActivityContextInterface(new StubActivity("b")).attach(sbb.self());
        }));
        assertThat(Probe.handlers()).containsExactly("Second Alpha");
        beta("b", (sbb, aci, event) -> sbb.getHeld().resumeDelivery());

        assertThat(Probe.about("Alpha")).containsExactly("Second Alpha", "Root Alpha");
    }

    @Test
    default void eventContextTellsOfItsEvent() {
        services("Probe");
        start("a");
        alpha("a", nothing());

        beta("a", in("Root", (sbb, aci, event) -> {
            assertThat(event.getEvent()).isInstanceOf(StubEvent.class);
            assertThat(event.getActivityContextInterface()).isEqualTo(aci);
            assertThat(event.getAddress()).isNull();
            assertThat(event.getService()).isNull();
            sbb.fireGamma(
                    new StubEvent((Script) (again, on, context) -> {
                        assertThat(context.getService()).isEqualTo(Probe.service("Probe"));
                        Probe.note("told");
                    }),
                    aci,
                    null,
                    Probe.service("Probe"));
        }));

        assertThat(Probe.about("told")).hasSize(1);
    }

    private void rootOnTwoActivities() {
        services("Probe");
        start("a", "b");
        alpha("a", in("Root", (sbb, aci, event) -> sbb.stubFactory()
                .getActivityContextInterface(new StubActivity("b"))
                .attach(sbb.self())));
        Probe.reset();
    }

    private Script suspend() {
        return in("Root", (sbb, aci, event) -> {
            event.suspendDelivery();
            sbb.setHeld(event);
        });
    }

    private void resume() {
        beta("b", in("Root", (sbb, aci, event) -> sbb.getHeld().resumeDelivery()));
    }
}
