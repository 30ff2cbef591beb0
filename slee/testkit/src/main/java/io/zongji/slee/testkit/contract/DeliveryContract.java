package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubActivity;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.slee.ActivityContextInterface;
import org.junit.jupiter.api.Test;

/** Who gets an event, how often, and in which order. */
public interface DeliveryContract extends SleeContract {
    @Test
    default void eventsOfOneActivityAreDeliveredInFireOrder() {
        services("Probe");
        start("a");

        for (int i = 0; i < 500; i++) {
            int number = i;
            fireAlpha("a", (sbb, aci, event) -> Probe.note("number " + number));
        }
        settle();

        assertThat(Probe.about("number"))
                .isEqualTo(IntStream.range(0, 500).mapToObj(i -> "number " + i).toList());
    }

    @Test
    default void twoActivitiesOfOneTreeNeverRunTheTreeConcurrently() {
        services("Constant");
        start("a", "b");
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        for (int i = 0; i < 200; i++) {
            fireAlpha(i % 2 == 0 ? "a" : "b", (sbb, aci, event) -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                sbb.setCount(sbb.getCount() + 1);
                inside.decrementAndGet();
            });
        }
        settle();

        assertThat(most).hasValue(1);
        assertThat(Probe.about("ConstantRoot Alpha")).hasSize(200);
        alpha("a", (sbb, aci, event) -> Probe.note("count " + sbb.getCount()));
        assertThat(Probe.about("count")).containsExactly("count 200");
    }

    @Test
    default void higherPriorityFirst() {
        services("Probe");
        start("a");
        alpha("a", in("Root", (sbb, aci, event) -> {
            sbb.attachChild(sbb.getChild(), aci).setSbbPriority((byte) -5);
            sbb.attachChild(sbb.getElder(), aci).call(elder -> elder.setValue("elder"));
        }));
        Probe.reset();

        beta("a", (sbb, aci, event) -> Probe.note(sbb.name() + " value " + sbb.getValue()));

        assertThat(Probe.about("value")).containsExactly("Root value null", "Child value elder", "Child value null");
    }

    @Test
    default void parentBeforeChild() {
        services("Probe");
        start("a");
        alpha("a", in("Root", (sbb, aci, event) -> {
            sbb.self().setSbbPriority((byte) -100);
            sbb.attachChild(sbb.getElder(), aci).setSbbPriority((byte) 100);
        }));
        Probe.reset();

        beta("a", nothing());

        assertThat(Probe.handlers()).containsExactly("Root Beta", "Child Beta");
    }

    @Test
    default void serviceDefaultPriorityBeatsLowerAttachedEntity() {
        services("Probe");
        start("a");
        alpha("a", nothing());
        services("High");
        Probe.reset();

        alpha("a", nothing());

        assertThat(Probe.handlers()).containsExactly("Second Alpha", "Root Alpha");
    }

    @Test
    default void entityGetsAnEventOnce() {
        services("Probe");
        start("a");

        alpha("a", nothing());
        alpha("a", (sbb, aci, event) -> aci.attach(sbb.self()));

        assertThat(Probe.handlers()).containsExactly("Root Alpha", "Root Alpha");
    }

    @Test
    default void reattachedInHandlerMayGetItAgain() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            if (sbb.getCount() == 0) {
                sbb.setCount(1);
                aci.detach(sbb.self());
                aci.attach(sbb.self());
            }
        });

        assertThat(Probe.handlers()).containsExactly("Root Alpha", "Root Alpha");
    }

    @Test
    default void childAttachedInParentHandlerGetsSameEvent() {
        services("Probe");
        start("a");

        alpha("a", in("Root", (sbb, aci, event) -> {
            sbb.attachChild(sbb.getChild(), aci);
            aci.detach(sbb.self());
        }));

        assertThat(Probe.handlers()).containsExactly("Root Alpha", "Child Alpha");
        end("a");
        assertNothingIsLeft();
    }

    @Test
    default void detachedBeforeItsTurnGetsNothing() {
        services("Probe");
        start("a");
        alpha("a", in("Root", (sbb, aci, event) -> sbb.setPeer(sbb.attachChild(sbb.getChild(), aci))));
        Probe.reset();

        beta("a", in("Root", (sbb, aci, event) -> aci.detach(sbb.getPeer())));

        assertThat(Probe.handlers()).containsExactly("Root Beta");
    }

    @Test
    default void maskedEventIsSkipped() {
        services("Probe");
        start("a");
        alpha("a", (sbb, aci, event) -> sbb.context().maskEvent(new String[] {"Beta"}, aci));

        beta("a", nothing());
        alpha("a", (sbb, aci, event) -> {
            assertThat(sbb.context().getEventMask(aci)).containsExactly("Beta");
            sbb.context().maskEvent(null, aci);
        });
        beta("a", nothing());

        assertThat(Probe.handlers()).containsExactly("Root Alpha", "Root Alpha", "Root Beta");
    }

    @Test
    default void maskedEndStillDetaches() {
        services("Probe");
        start("a");
        alpha("a", (sbb, aci, event) -> sbb.context().maskEvent(new String[] {"End"}, aci));

        end("a");

        assertThat(Probe.about("End")).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    default void maskOnAttachHonoured() {
        services("Masked");
        start("a");
        alpha("a", nothing());

        beta("a", nothing());
        alpha("a", (sbb, aci, event) -> sbb.context().maskEvent(new String[0], aci));
        beta("a", nothing());

        assertThat(Probe.handlers()).containsExactly("MaskedRoot Alpha", "MaskedRoot Alpha", "MaskedRoot Beta");
    }

    @Test
    default void eventFiredBySbbReachesOtherActivities() {
        services("Probe");
        start("a", "b");
        alpha("b", nothing());
        Probe.reset();

        alpha("a", (sbb, aci, event) -> {
            ActivityContextInterface other = sbb.stubFactory().getActivityContextInterface(new StubActivity("b"));
            sbb.fireBeta(new StubEvent(nothing()), other, null);
        });

        assertThat(Probe.handlers()).containsExactly("Root Alpha", "Root Beta");
    }

    @Test
    default void addressedServiceAloneGetsTheEvent() {
        services("Probe", "High");
        start("a");
        alpha("a", nothing());
        Probe.reset();

        beta("a", in("Root", (sbb, aci, event) -> {
            sbb.fireGamma(new StubEvent(nothing()), aci, null, Probe.service("High"));
            sbb.fireGamma(new StubEvent(nothing()), aci, null, Probe.service("Probe"));
            sbb.fireGamma(new StubEvent(nothing()), aci, null, null);
        }));

        assertThat(Probe.about("Gamma")).containsExactly("Second Gamma", "Root Gamma", "Second Gamma", "Root Gamma");
    }

    @Test
    default void slowTreeDoesNotHoldUpOthers() throws InterruptedException {
        services("Constant", "Probe");
        start("a", "b", "c", "d");
        CountDownLatch release = new CountDownLatch(1);
        fireAlpha("a", in("ConstantRoot", (sbb, aci, event) -> release.await()));

        // Three more activities want the busy tree of the constant service; another one has only a tree of its own.
        fireAlpha("b", nothing());
        fireAlpha("c", nothing());
        stub().fire("d", StubResource.BETA, new StubEvent(nothing()));
        fireAlpha("d", nothing());

        List<String> blocked = List.of("ConstantRoot Alpha", "ConstantRoot Alpha", "ConstantRoot Alpha");
        release.countDown();
        settle();
        assertThat(Probe.about("ConstantRoot Alpha")).hasSize(4).containsAll(blocked);
        assertThat(Probe.about("Root Alpha")).hasSize(8);
    }
}
