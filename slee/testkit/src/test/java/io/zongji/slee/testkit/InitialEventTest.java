package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import javax.slee.Address;
import javax.slee.AddressPlan;
import org.junit.jupiter.api.Test;

/** Convergence names: which root entity an initial event creates or finds. */
class InitialEventTest extends ProbeTest {
    private void alphaTo(String activity, String address) {
        stub.fire(
                activity,
                StubResource.ALPHA,
                new StubEvent(nothing()),
                address == null ? null : new Address(AddressPlan.SIP, address),
                0,
                StubResource.Mode.PLAIN);
        slee.settle();
    }

    @Test
    void sameConvergenceNameSameEntity() {
        services("ByAddress");
        start("a", "b");

        alphaTo("a", "sip:one@here");
        alphaTo("b", "sip:one@here");

        assertThat(entities("AddressRoot")).isEqualTo(1);
        assertThat(Probe.about("Alpha")).hasSize(2);
    }

    @Test
    void differentAddressDifferentEntity() {
        services("ByAddress");
        start("a", "b");

        alphaTo("a", "sip:one@here");
        alphaTo("b", "sip:two@here");

        assertThat(entities("AddressRoot")).isEqualTo(2);
    }

    @Test
    void withoutAddressTheVariableIsIgnored() {
        services("ByAddress");
        start("a", "b");

        alphaTo("a", null);
        alphaTo("b", null);

        assertThat(entities("AddressRoot")).isEqualTo(1);
    }

    @Test
    void nothingSelectedMeansOneEntityForTheService() {
        services("Constant");
        start("a", "b");

        alpha("a", nothing());
        alpha("b", nothing());

        assertThat(entities("ConstantRoot")).isEqualTo(1);
    }

    @Test
    void selectorReturningNotInitialCreatesNothing() {
        services("Selected");
        start("a");
        Probe.select(choice -> {
            choice.setInitialEvent(false);
            return choice;
        });

        alpha("a", nothing());
        Probe.select(choice -> null);
        alpha("a", nothing());

        assertThat(entities("SelectedRoot")).isZero();
        assertThat(Probe.handlers()).isEmpty();
    }

    @Test
    void selectorMayChooseTheName() {
        services("Selected");
        start("a", "b");
        Probe.select(choice -> {
            choice.setActivityContextSelected(false);
            choice.setCustomName("one");
            return choice;
        });

        alpha("a", nothing());
        alpha("b", nothing());

        assertThat(entities("SelectedRoot")).isEqualTo(1);
    }

    @Test
    void racingInitialEventsEndInOneEntity() {
        services("Constant");
        for (int i = 0; i < 50; i++) {
            start("a" + i);
        }
        for (int i = 0; i < 50; i++) {
            fireAlpha("a" + i, nothing());
        }
        slee.settle();

        assertThat(entities("ConstantRoot")).isEqualTo(1);
        assertThat(Probe.about("sbbCreate")).hasSize(1);
        assertThat(Probe.about("Alpha")).hasSize(50);
    }

    @Test
    void failureToCreateDropsTheEventForThisServiceOnly() {
        services("Probe", "High");
        start("a");
        Probe.when("sbbCreate", in("Second", (sbb, aci, event) -> {
            throw new IllegalStateException("no");
        }));

        alpha("a", nothing());

        assertThat(Probe.handlers()).containsExactly("Root Alpha");
        assertThat(entities("Second")).isZero();
    }
}
