package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.ProbeLocal;
import io.zongji.slee.testkit.stub.StubActivity;
import javax.slee.ActivityContextInterface;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CMP fields that refer to things of the SLEE: they read as null once those are gone. */
class KeptReferencesTest extends ProbeTest {
    @BeforeEach
    void startProbe() {
        services("Probe");
        start("a");
    }

    @Test
    void activityIsThereUpToItsEndEventAndNotAfterwards() {
        start("other");
        alpha("a", in("Root", (sbb, aci, event) -> {
            ActivityContextInterface other = sbb.stubFactory().getActivityContextInterface(new StubActivity("other"));
            other.attach(sbb.self());
            sbb.setKept(other);
        }));
        Probe.when(
                "End",
                (sbb, aci, event) -> Probe.note("kept " + sbb.getKept().equals(aci) + " "
                        + sbb.getKept().isEnding()));
        end("other");
        assertThat(Probe.about("kept")).containsExactly("kept true true");

        beta("a", in("Root", (sbb, aci, event) -> assertThat(sbb.getKept()).isNull()));

        assertThat(Probe.about("Root Beta")).hasSize(1);
    }

    @Test
    void removedEntityIsNotThere() {
        alpha("a", in("Root", (sbb, aci, event) -> {
            sbb.setPeer(sbb.getChild().create());
            assertThat(sbb.getPeer()).isNotNull();
            sbb.getPeer().remove();
            assertThat(sbb.getPeer()).isNull();
        }));

        assertThat(Probe.about("Root Alpha")).hasSize(1);
    }

    @Test
    void entityWhoseRemovalRollsBackIsThereAgain() {
        alpha("a", in("Root", (sbb, aci, event) -> sbb.setPeer(sbb.getChild().create())));
        beta("a", in("Root", (sbb, aci, event) -> {
            sbb.getPeer().remove();
            sbb.context().setRollbackOnly();
        }));

        beta("a", in("Root", (sbb, aci, event) -> assertThat(((ProbeLocal) sbb.getPeer()).add(1, 2))
                .isEqualTo(3)));

        assertThat(Probe.about("Root Beta")).hasSize(2);
    }

    @Test
    void eventContextIsThereUntilTheEventIsDelivered() {
        alpha("a", in("Root", (sbb, aci, event) -> {
            sbb.setHeld(event);
            assertThat(sbb.getHeld()).isSameAs(event);
        }));

        beta("a", in("Root", (sbb, aci, event) -> assertThat(sbb.getHeld()).isNull()));

        assertThat(Probe.about("Root Beta")).hasSize(1);
    }
}
