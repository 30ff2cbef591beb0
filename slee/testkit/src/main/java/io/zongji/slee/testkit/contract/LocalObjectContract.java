package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.ProbeLocal;
import io.zongji.slee.testkit.stub.StubResource;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.slee.NoSuchObjectLocalException;
import javax.slee.SLEEException;
import javax.slee.SbbLocalObject;
import javax.slee.TransactionRolledbackLocalException;
import org.junit.jupiter.api.Test;

/** Synchronous calls between entities, and identity. */
public interface LocalObjectContract extends SleeContract {
    @Test
    default void localCallsRunInTheCallersTransaction() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            ProbeLocal child = (ProbeLocal) sbb.getChild().create();
            child.call(below -> below.setValue("given"));
            assertThat(child.add(2, 3)).isEqualTo(5);
            assertThatThrownBy(() -> child.failChecked("no")).isInstanceOf(IOException.class);
            child.call(below -> Probe.note("value " + below.getValue() + " in " + below.name()));
        });

        assertThat(Probe.about("value")).containsExactly("value given in Child");
        assertThat(Probe.about("sbbExceptionThrown")).isEmpty();
    }

    @Test
    default void fieldsAndCallsHaveAnyType() {
        services("Probe");
        start("a");
        alpha("a", (sbb, aci, event) -> {
            assertThat(sbb.getMode()).isNull();
            assertThat(sbb.getNumbers()).isNull();
            assertThat(sbb.getCount()).isZero();
            sbb.setMode(StubResource.Mode.SUSPENDED);
            sbb.setNumbers(new long[] {1, 2});
        });

        alpha("a", (sbb, aci, event) -> {
            ProbeLocal child = (ProbeLocal) sbb.getChild().create();
            assertThat(child.modes(sbb.getMode())).containsExactly(StubResource.Mode.SUSPENDED);
            assertThat(sbb.getNumbers()).containsExactly(1, 2);
            Probe.note("typed");
        });

        assertThat(Probe.about("typed")).hasSize(1);
    }

    @Test
    default void nonReentrantLoopbackFails() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            ProbeLocal self = (ProbeLocal) sbb.self();
            assertThatThrownBy(() -> self.call(again -> Probe.note("inside"))).isInstanceOf(SLEEException.class);
        });

        assertThat(Probe.about("inside")).isEmpty();
    }

    @Test
    default void reentrantLoopbackWorks() {
        services("Reentrant");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            sbb.setValue("outer");
            ((ProbeLocal) sbb.self()).call(again -> Probe.note("inside " + again.getValue()));
        });

        assertThat(Probe.about("inside")).containsExactly("inside outer");
    }

    @Test
    default void isIdenticalAndAciEqualityHoldAcrossWrappers() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            SbbLocalObject child = sbb.getChild().create();
            sbb.setPeer(child);
            sbb.setKept(aci);
            assertThat(sbb.getPeer().isIdentical(sbb.getChild().iterator().next()))
                    .isTrue();
            assertThat(sbb.getPeer().isIdentical(sbb.self())).isFalse();
            assertThat(List.of(
                            sbb.getKept(),
                            event.getActivityContextInterface(),
                            sbb.context().getActivities()[0]))
                    .allMatch(other -> other.equals(aci) && other.hashCode() == aci.hashCode() && aci.equals(other));
            Probe.note("equal");
        });

        assertThat(Probe.about("equal")).hasSize(1);
    }

    @Test
    default void removedEntitiesAreGone() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            ProbeLocal child = (ProbeLocal) sbb.getChild().create();
            child.remove();
            assertThat(sbb.getChild()).isEmpty();
            assertThatThrownBy(() -> child.add(1, 1)).isInstanceOf(NoSuchObjectLocalException.class);
            assertThatThrownBy(() -> aci.attach(child)).isInstanceOf(TransactionRolledbackLocalException.class);
            assertThat(sbb.context().getRollbackOnly()).isTrue();
        });

        assertThat(entities("Child")).isZero();
    }

    @Test
    default void childRelationIsACollectionWithoutAdd() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            SbbLocalObject first = sbb.getChild().create();
            sbb.getChild().create();
            assertThat(sbb.getChild()).hasSize(2).contains(first);
            assertThatThrownBy(() -> sbb.getChild().add(first)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> sbb.getChild().contains(null)).isInstanceOf(NullPointerException.class);
            sbb.getChild().remove(first);
            assertThat(sbb.getChild()).hasSize(1);
            sbb.getChild().clear();
            assertThat(sbb.getChild()).isEmpty();
            Probe.note("collected");
        });

        assertThat(Probe.about("collected")).hasSize(1);
        assertThat(entities("Child")).isZero();
    }

    @Test
    default void treeDetachedByAStrangerIsRemovedToo() {
        services("Probe");
        start("a", "b");
        AtomicReference<ProbeLocal> other = new AtomicReference<>();
        alpha("a", (sbb, aci, event) -> {
            other.set((ProbeLocal) sbb.self());
            sbb.names().bind(aci, "a");
        });

        alpha("b", (sbb, aci, event) -> sbb.names().lookup("a").detach(other.get()));

        assertThat(entities("Root")).isEqualTo(1);
        assertThat(Probe.about("sbbRemove")).hasSize(1);
    }
}
