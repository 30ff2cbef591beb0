package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.ProbeLocal;
import io.zongji.slee.testkit.stub.StubActivity;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.util.Iterator;
import javax.slee.NotAttachedException;
import javax.slee.SbbLocalObject;
import javax.slee.UnrecognizedEventException;
import javax.slee.facilities.NameAlreadyBoundException;
import javax.slee.resource.ActivityFlags;
import org.junit.jupiter.api.Test;

/** Attributes, names and masks of activity contexts, and who is in their relations. */
public interface ActivityContextContract extends SleeContract {
    @Test
    default void attributeIsTheSbbsOwnUnlessItHasAnAlias() {
        services("Probe", "High");
        start("a");
        alpha("a", in("Second", (sbb, aci, event) -> {
            aci.setNumber(7);
            aci.setShared("for all");
        }));

        beta("a", (sbb, aci, event) -> Probe.note(sbb.name() + " sees " + aci.getNumber() + " " + aci.getShared()));

        assertThat(Probe.about("sees")).containsExactlyInAnyOrder("Second sees 7 for all", "Root sees 0 for all");
    }

    @Test
    default void nameBoundInARolledBackTransactionIsFree() {
        services("Probe");
        start("a", "b");
        alpha("a", (sbb, aci, event) -> {
            sbb.names().bind(aci, "one");
            assertThat(sbb.names().lookup("one")).isEqualTo(aci);
            sbb.context().setRollbackOnly();
        });

        alpha("b", (sbb, aci, event) -> {
            assertThat(sbb.names().lookup("one")).isNull();
            sbb.names().bind(aci, "one");
        });

        assertThat(names()).isEqualTo(1);
        assertThat(Probe.failedAssertions()).isEmpty();
    }

    @Test
    default void nameUnboundInARolledBackTransactionIsStillTaken() {
        services("Probe");
        start("a", "b");
        alpha("a", (sbb, aci, event) -> sbb.names().bind(aci, "one"));
        beta("a", (sbb, aci, event) -> {
            sbb.names().unbind("one");
            sbb.context().setRollbackOnly();
        });

        alpha("b", (sbb, aci, event) -> {
            assertThatThrownBy(() -> sbb.names().bind(aci, "one")).isInstanceOf(NameAlreadyBoundException.class);
            Probe.note("taken");
        });

        assertThat(Probe.about("taken")).hasSize(1);
    }

    @Test
    default void maskOfARolledBackTransactionMasksNothing() {
        services("Probe");
        start("a");
        alpha("a", (sbb, aci, event) -> {
            sbb.context().maskEvent(new String[] {"Beta"}, aci);
            sbb.context().setRollbackOnly();
        });

        beta("a", nothing());

        assertThat(Probe.about("Beta")).containsExactly("Root Beta");
    }

    @Test
    default void wrongMasksAreRefused() {
        services("Probe");
        start("a", "b");

        alpha("a", (sbb, aci, event) -> {
            assertThatThrownBy(() -> sbb.context().maskEvent(new String[] {"Delta"}, aci))
                    .isInstanceOf(UnrecognizedEventException.class);
            assertThatThrownBy(() -> sbb.context()
                            .maskEvent(null, sbb.stubFactory().getActivityContextInterface(new StubActivity("b"))))
                    .isInstanceOf(NotAttachedException.class);
            assertThatThrownBy(() -> sbb.context().maskEvent(null, null)).isInstanceOf(NullPointerException.class);
            Probe.note("refused");
        });

        assertThat(Probe.about("refused")).hasSize(1);
    }

    @Test
    default void wrongFiringIsRefused() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            assertThatThrownBy(() -> sbb.fireBeta(null, aci, null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> sbb.fireBeta(new StubEvent("x"), null, null))
                    .isInstanceOf(NullPointerException.class);
            Probe.note("refused");
        });

        assertThat(Probe.about("refused")).hasSize(1);
    }

    @Test
    default void priorityThatChangesInAHandlerCountsForTheSameEvent() {
        services("Probe");
        start("a");
        alpha("a", in("Root", (sbb, aci, event) -> {
            sbb.attachChild(sbb.getChild(), aci).call(child -> child.setValue("first made"));
            sbb.attachChild(sbb.getChild(), aci).call(child -> child.setValue("second made"));
        }));

        beta("a", (sbb, aci, event) -> {
            if (sbb.name().equals("Root")) {
                for (Object each : sbb.getChild()) {
                    ((ProbeLocal) each).call(child -> child.self()
                            .setSbbPriority((byte) (child.getValue().startsWith("second") ? 9 : 1)));
                }
            } else {
                Probe.note("turn of " + sbb.getValue());
            }
        });

        assertThat(Probe.about("turn of")).containsExactly("turn of second made", "turn of first made");
    }

    @Test
    default void removingThroughTheIteratorRemovesTheEntity() {
        services("Probe");
        start("a");

        alpha("a", in("Root", (sbb, aci, event) -> {
            SbbLocalObject kept = sbb.getChild().create();
            sbb.attachChild(sbb.getChild(), aci);
            for (Iterator<?> each = sbb.getChild().iterator(); each.hasNext(); ) {
                if (!((SbbLocalObject) each.next()).isIdentical(kept)) {
                    each.remove();
                }
            }
            assertThat(sbb.getChild()).hasSize(1).contains(kept);
        }));

        assertThat(entities("Child")).isEqualTo(1);
        assertThat(Probe.handlers()).containsExactly("Root Alpha");
    }

    @Test
    default void activityHeldByANameIsReferenced() {
        services("Probe");
        stub().start("a", StubResource.Mode.PLAIN, ActivityFlags.REQUEST_ACTIVITY_UNREFERENCED_CALLBACK);
        alpha("a", (sbb, aci, event) -> {
            sbb.names().bind(aci, "held");
            aci.detach(sbb.self());
        });
        assertThat(stub().callbacks()).doesNotContain("activityUnreferenced a");

        alpha("a", (sbb, aci, event) -> {
            sbb.names().unbind("held");
            aci.detach(sbb.self());
        });

        assertThat(stub().callbacks()).containsOnlyOnce("activityUnreferenced a");
    }
}
