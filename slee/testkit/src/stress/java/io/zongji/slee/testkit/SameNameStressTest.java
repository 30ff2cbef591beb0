package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Script;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.slee.Address;
import javax.slee.AddressPlan;
import org.junit.jupiter.api.Test;

/** Events on several activities create and remove root entities of the same few convergence names. */
class SameNameStressTest extends StressTest {
    private static final int ADDRESSES = 3;
    private static final int ACTIVITIES = 3 * ADDRESSES;

    @Test
    void oneNameIsOneEntity() throws InterruptedException {
        services("ByAddress");
        Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
        AtomicLong delivered = new AtomicLong();
        AtomicLong fired = new AtomicLong();
        String[] activities =
                IntStream.range(0, ACTIVITIES).mapToObj(number -> "a" + number).toArray(String[]::new);
        start(activities);

        race((number, random) -> {
            int activity = random.nextInt(ACTIVITIES);
            // An activity has one address only, or a root that a rollback left there would get events of others.
            String address = "sip:" + activity % ADDRESSES + "@here";
            AtomicInteger here = inside.computeIfAbsent(address, key -> new AtomicInteger());
            boolean fails = random.nextInt(8) == 0;
            StubEvent event = new StubEvent((Script) (sbb, aci, context) -> {
                delivered.incrementAndGet();
                if (here.incrementAndGet() != 1) {
                    violations.add("two entities of " + address);
                }
                for (var attached : sbb.context().getActivities()) {
                    attached.detach(sbb.self());
                }
                here.decrementAndGet();
                if (fails) {
                    throw new IllegalStateException("on purpose");
                }
            });
            fired.incrementAndGet();
            stub.fire(
                    activities[activity],
                    StubResource.ALPHA,
                    event,
                    new Address(AddressPlan.SIP, address),
                    0,
                    StubResource.Mode.PLAIN);
        });

        assertThat(delivered.get()).isEqualTo(fired.get());
        assertThat(entities("AddressRoot")).isLessThanOrEqualTo(ADDRESSES);
        end(activities);
        assertNothingIsLeft();
    }
}
