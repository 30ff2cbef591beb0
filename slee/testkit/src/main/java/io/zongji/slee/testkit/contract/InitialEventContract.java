package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import javax.slee.Address;
import javax.slee.AddressPlan;
import org.junit.jupiter.api.Test;

/** Convergence names: which root entity an initial event creates or finds. */
public interface InitialEventContract extends SleeContract {
    private void alphaTo(String activity, String address) {
        stub().fire(
                        activity,
                        StubResource.ALPHA,
                        new StubEvent(nothing()),
                        address == null ? null : new Address(AddressPlan.SIP, address),
                        0,
                        StubResource.Mode.PLAIN);
        settle();
    }

    @Test
    default void sameConvergenceNameSameEntity() {
        services("ByAddress");
        start("a", "b");

        alphaTo("a", "sip:one@here");
        alphaTo("b", "sip:one@here");

        assertThat(entities("AddressRoot")).isEqualTo(1);
        assertThat(Probe.about("Alpha")).hasSize(2);
    }

    @Test
    default void differentAddressDifferentEntity() {
        services("ByAddress");
        start("a", "b");

        alphaTo("a", "sip:one@here");
        alphaTo("b", "sip:two@here");

        assertThat(entities("AddressRoot")).isEqualTo(2);
    }

    @Test
    default void withoutAddressTheVariableIsIgnored() {
        services("ByAddress");
        start("a", "b");

        alphaTo("a", null);
        alphaTo("b", null);

        assertThat(entities("AddressRoot")).isEqualTo(1);
    }

    @Test
    default void nothingSelectedMeansOneEntityForTheService() {
        services("Constant");
        start("a", "b");

        alpha("a", nothing());
        alpha("b", nothing());

        assertThat(entities("ConstantRoot")).isEqualTo(1);
    }

    @Test
    default void selectorReturningNotInitialCreatesNothing() {
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
    default void selectorMayChooseTheName() {
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
    default void variableEventMeansOneEntityForEachEvent() {
        services("Selected");
        start("a");
        Probe.select(choice -> {
            choice.setActivityContextSelected(false);
            choice.setEventSelected(true);
            return choice;
        });

        alpha("a", nothing());
        alpha("a", nothing());

        assertThat(entities("SelectedRoot")).isEqualTo(2);
    }

    @Test
    default void selectorMayChooseTheAddress() {
        services("Selected");
        start("a", "b");
        Probe.select(choice -> {
            choice.setActivityContextSelected(false);
            choice.setAddressSelected(true);
            choice.setAddress(new Address(AddressPlan.SIP, "sip:one@here"));
            return choice;
        });

        alphaTo("a", "sip:two@here");
        alphaTo("b", null);

        assertThat(entities("SelectedRoot")).isEqualTo(1);
    }

    @Test
    default void failingSelectorCreatesNothing() {
        services("Selected");
        start("a");
        Probe.select(choice -> {
            throw new IllegalStateException("on purpose");
        });

        alpha("a", nothing());

        assertThat(entities("SelectedRoot")).isZero();
        assertThat(Probe.handlers()).isEmpty();
    }

    @Test
    default void racingInitialEventsEndInOneEntity() {
        services("Constant");
        for (int i = 0; i < 50; i++) {
            start("a" + i);
        }
        for (int i = 0; i < 50; i++) {
            fireAlpha("a" + i, nothing());
        }
        settle();

        assertThat(entities("ConstantRoot")).isEqualTo(1);
        assertThat(Probe.about("sbbCreate")).hasSize(1);
        assertThat(Probe.about("Alpha")).hasSize(50);
    }

    @Test
    default void failureToCreateDropsTheEventForThisServiceOnly() {
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
