package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.ProbeLocal;
import io.zongji.slee.testkit.probe.Script;
import io.zongji.slee.testkit.stub.StubActivity;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.time.Duration;
import javax.slee.TransactionRolledbackLocalException;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;
import javax.slee.transaction.SleeTransactionManager;
import org.junit.jupiter.api.Test;

/** One transaction a delivery: what a failure takes back, what it leaves, and who is told. */
public interface RollbackContract extends SleeContract {
    private static Script thenFail(Script script) {
        return (sbb, aci, event) -> {
            script.run(sbb, aci, event);
            throw new IllegalStateException("on purpose");
        };
    }

    @Test
    default void runtimeExceptionRollsBackAndCallsSbbExceptionThrownThenSbbRolledBackOnAnotherObject() {
        services("Probe");
        start("a");
        alpha("a", (sbb, aci, event) -> sbb.setValue("before"));
        Probe.reset();

        beta("a", thenFail((sbb, aci, event) -> {
            sbb.setValue("after");
            sbb.setCount(9);
            aci.setNumber(9);
            aci.setShared("changed");
            sbb.attachChild(sbb.getChild(), aci);
            sbb.names().bind(aci, "taken");
        }));

        assertThat(Probe.about(" sbbE")).containsExactly("Root sbbExceptionThrown on purpose");
        assertThat(Probe.about(" sbbRolledBack")).containsExactly("Root sbbRolledBack");
        assertThat(Probe.journal().indexOf("Root sbbExceptionThrown on purpose"))
                .isLessThan(Probe.journal().indexOf("Root sbbRolledBack"));
        assertThat(entities("Child")).isZero();
        assertThat(names()).isZero();
        beta(
                "a",
                (sbb, aci, event) ->
                        Probe.note("now " + sbb.getValue() + sbb.getCount() + aci.getNumber() + aci.getShared()));
        assertThat(Probe.about("now")).containsExactly("now before00null");
    }

    @Test
    default void setRollbackOnlyGivesOnlySbbRolledBack() {
        services("Probe");
        start("a");
        alpha("a", nothing());
        Probe.reset();

        beta("a", (sbb, aci, event) -> {
            sbb.setValue("x");
            sbb.context().setRollbackOnly();
            assertThat(sbb.context().getRollbackOnly()).isTrue();
        });

        assertThat(Probe.about("sbbExceptionThrown")).isEmpty();
        assertThat(Probe.about("sbbRolledBack")).hasSize(1);
    }

    @Test
    default void lowerPriorityEntityStillGetsEventAfterHigherRolledBack() {
        services("Probe");
        start("a");
        alpha("a", in("Root", (sbb, aci, event) -> sbb.attachChild(sbb.getChild(), aci)));
        Probe.reset();

        beta("a", in("Root", thenFail(nothing())));

        assertThat(Probe.handlers()).containsExactly("Root Beta", "Child Beta");
    }

    @Test
    default void eventFiredBySbbIsNotSeenWhenItsTransactionRollsBack() {
        services("Probe");
        start("a");
        alpha("a", nothing());
        Probe.reset();

        beta("a", thenFail((sbb, aci, event) -> sbb.fireGamma(new StubEvent(nothing()), aci, null, null)));

        assertThat(Probe.handlers()).containsExactly("Root Beta");
    }

    @Test
    default void timerSetInRolledBackTransactionNeverFires() {
        services("Probe");
        start("a");
        alpha("a", nothing());

        beta("a", thenFail((sbb, aci, event) -> sbb.timers().setTimer(aci, null, now() + 100, new TimerOptions())));
        advance(Duration.ofSeconds(1));

        assertThat(Probe.about("Timer")).isEmpty();
        assertThat(timers()).isZero();
    }

    @Test
    default void cancelledInSameTransactionNeverFires() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            TimerID due = sbb.timers().setTimer(aci, null, 0, new TimerOptions());
            TimerID later = sbb.timers().setTimer(aci, null, now() + 50, new TimerOptions());
            sbb.timers().cancelTimer(due);
            sbb.timers().cancelTimer(later);
        });
        advance(Duration.ofSeconds(1));

        assertThat(Probe.about("Timer")).isEmpty();
        assertThat(timers()).isZero();
    }

    @Test
    default void rolledBackDetachStillGetsLaterEvents() {
        services("Probe");
        start("a");
        alpha("a", nothing());
        Probe.reset();

        beta("a", thenFail((sbb, aci, event) -> aci.detach(sbb.self())));
        beta("a", nothing());

        assertThat(Probe.handlers()).containsExactly("Root Beta", "Root Beta");
        end("a");
        assertNothingIsLeft();
    }

    @Test
    default void entityCreatedByAFailingInitialEventIsKept() {
        services("Probe");
        start("a");

        alpha("a", thenFail((sbb, aci, event) -> sbb.setValue("lost")));

        assertThat(Probe.about("sbbRolledBack")).containsExactly("Root sbbRolledBack");
        assertThat(entities("Root")).isEqualTo(1);
        beta("a", (sbb, aci, event) -> Probe.note("value " + sbb.getValue()));
        assertThat(Probe.about("value")).containsExactly("value null");
        end("a");
        assertNothingIsLeft();
    }

    @Test
    default void whatTheEndpointDidOutsideTheTransactionStays() {
        services("Probe");
        start("a");

        alpha("a", thenFail((sbb, aci, event) -> sbb.resource().start("b", StubResource.Mode.SUSPENDED)));

        assertThat(activities("stub")).isEqualTo(2);
        alpha("b", nothing());
        assertThat(Probe.about("Alpha")).hasSize(2);
    }

    @Test
    default void failingLocalCallRollsBackTheCaller() {
        services("Probe");
        start("a");
        alpha("a", in("Root", (sbb, aci, event) -> sbb.setPeer(sbb.getChild().create())));
        Probe.reset();

        beta("a", (sbb, aci, event) -> {
            try {
                ((ProbeLocal) sbb.getPeer()).call(child -> {
                    throw new IllegalStateException("in the child");
                });
            } catch (TransactionRolledbackLocalException e) {
                Probe.note("caught");
            }
        });

        assertThat(Probe.about("caught")).hasSize(1);
        assertThat(Probe.about("sbbExceptionThrown")).containsExactly("Child sbbExceptionThrown in the child");
        assertThat(Probe.about("sbbRolledBack")).containsExactly("Root sbbRolledBack");
    }

    @Test
    default void attachToAnotherActivityIsTakenBack() {
        services("Probe");
        start("a", "b");
        alpha("a", nothing());

        beta("a", thenFail((sbb, aci, event) -> sbb.stubFactory()
                .getActivityContextInterface(new StubActivity("b"))
                .attach(sbb.self())));
        Probe.reset();
        beta("b", nothing());

        assertThat(Probe.handlers()).isEmpty();
    }

    @Test
    default void forgottenTransactionOfAHandlerDoesNotPoisonTheThread() {
        services("Probe");
        start("a");

        for (int i = 0; i < 5; i++) {
            alpha("a", (sbb, aci, event) -> {
                sbb.setCount(sbb.getCount() + 1);
                SleeTransactionManager manager = sbb.resource().context().getSleeTransactionManager();
                manager.suspend();
                manager.begin();
            });
        }
        alpha("a", (sbb, aci, event) -> Probe.note("count " + sbb.getCount()));

        assertThat(Probe.about("count")).containsExactly("count 5");
        end("a");
        assertNothingIsLeft();
    }
}
