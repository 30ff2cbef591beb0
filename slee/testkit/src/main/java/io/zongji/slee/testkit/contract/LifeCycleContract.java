package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import javax.slee.CreateException;
import org.junit.jupiter.api.Test;

/** Which callbacks an SBB object gets, in which order, and what it may do in them. */
public interface LifeCycleContract extends SleeContract {
    @Test
    default void newEntityIsCreatedThenLoadedThenServed() {
        services("Probe");
        start("a");

        alpha("a", nothing());

        assertThat(Probe.journal())
                .containsExactly(
                        "Root sbbCreate",
                        "Root sbbPostCreate",
                        "Root sbbLoad",
                        "Root Alpha",
                        "Root sbbStore",
                        "Root sbbPassivate");
    }

    @Test
    default void existingEntityIsActivatedThenLoadedThenServed() {
        services("Probe");
        start("a");
        alpha("a", nothing());
        Probe.reset();

        beta("a", nothing());

        assertThat(Probe.journal())
                .containsExactly("Root sbbActivate", "Root sbbLoad", "Root Beta", "Root sbbStore", "Root sbbPassivate");
    }

    @Test
    default void removedEntityIsStoredAndRemovedBeforeItsChildren() {
        services("Probe");
        start("a");
        alpha("a", in("Root", (sbb, aci, event) -> sbb.getChild().create()));
        Probe.reset();

        end("a");

        assertThat(Probe.journal())
                .containsSubsequence("Root End", "Root sbbStore", "Root sbbRemove", "Child sbbStore", "Child sbbRemove")
                .doesNotContain("Root sbbPassivate", "Child sbbPassivate");
    }

    @Test
    default void entityBeingCreatedHasFieldsButNoLocalObjectYet() {
        services("Probe");
        start("a");
        Probe.when("sbbCreate", (sbb, aci, event) -> {
            sbb.setValue("from the beginning");
            assertThatThrownBy(sbb::self).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> sbb.context().getActivities()).isInstanceOf(IllegalStateException.class);
        });
        Probe.when("sbbPostCreate", (sbb, aci, event) -> assertThat(sbb.self()).isNotNull());

        alpha("a", (sbb, aci, event) -> Probe.note("value " + sbb.getValue()));

        assertThat(Probe.about("value")).containsExactly("value from the beginning");
    }

    @Test
    default void refusalToCreateAChildGoesToItsParent() {
        services("Probe");
        start("a");
        alpha("a", nothing());
        Probe.when("sbbCreate", in("Child", (sbb, aci, event) -> {
            throw new CreateException("not today");
        }));

        beta("a", in("Root", (sbb, aci, event) -> {
            assertThatThrownBy(() -> sbb.getChild().create())
                    .isInstanceOf(CreateException.class)
                    .hasMessage("not today");
            assertThat(sbb.getChild()).isEmpty();
            assertThat(sbb.context().getRollbackOnly()).isFalse();
            sbb.setValue("went on");
        }));
        beta("a", (sbb, aci, event) -> Probe.note("value " + sbb.getValue()));

        assertThat(Probe.about("value")).containsExactly("value went on");
        assertThat(entities("Child")).isZero();
    }

    @Test
    default void errorOfAHandlerIsItsFailureAndNobodyElses() {
        services("Probe");
        start("a");
        alpha("a", in("Root", (sbb, aci, event) -> sbb.attachChild(sbb.getChild(), aci)));
        Probe.reset();

        beta("a", in("Root", (sbb, aci, event) -> {
            throw new StackOverflowError("on purpose");
        }));

        assertThat(Probe.handlers()).containsExactly("Root Beta", "Child Beta");
        assertThat(Probe.about("Root sbbExceptionThrown")).hasSize(1);
        assertThat(Probe.about("Root sbbRolledBack")).hasSize(1);
    }

    @Test
    default void failedSbbIsToldInTheTransactionThatRollsBack() {
        services("Probe");
        start("a");
        alpha("a", (sbb, aci, event) -> sbb.setValue("before"));
        Probe.when("sbbExceptionThrown", (sbb, aci, event) -> {
            assertThat(sbb.context().getRollbackOnly()).isTrue();
            Probe.note("thrown with " + sbb.getValue());
        });
        Probe.when("sbbRolledBack", (sbb, aci, event) -> {
            assertThat(sbb.context().getRollbackOnly()).isFalse();
            Probe.note("rolled back to " + sbb.getValue() + " on " + aci.getActivity());
            sbb.setValue("repaired");
        });

        beta("a", (sbb, aci, event) -> {
            sbb.setValue("after");
            throw new IllegalStateException("on purpose");
        });
        beta("a", (sbb, aci, event) -> Probe.note("now " + sbb.getValue()));

        assertThat(Probe.about("thrown with")).containsExactly("thrown with after");
        assertThat(Probe.about("rolled back to")).containsExactly("rolled back to before on StubActivity[name=a]");
        assertThat(Probe.about("now")).containsExactly("now repaired");
    }
}
