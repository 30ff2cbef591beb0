package io.zongji.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class SignInDelaysTest {
    private static final String DESK = "10.0.0.5";
    private static final String STRANGER = "203.0.113.9";

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
    private final SignInDelays delays = new SignInDelays(clock);

    @Test
    void afterFiveFailuresANameAtAnAddressWaitsAndEachFurtherFailureDoublesThat() {
        fail("ann", STRANGER, 4);
        assertThat(delays.waits("ann", STRANGER)).isZero();

        fail("ann", STRANGER, 1);
        assertThat(delays.waits("ann", STRANGER)).isEqualTo(Duration.ofSeconds(15));
        assertThat(delays.begin("ann", STRANGER)).isEqualTo(Duration.ofSeconds(15));

        clock.add(Duration.ofSeconds(15));
        fail("ann", STRANGER, 1);
        assertThat(delays.waits("ann", STRANGER)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void nobodyWaitsLongerThanFiveMinutes() {
        for (int n = 0; n < 40; n++) {
            clock.add(delays.waits("ann", STRANGER));
            fail("ann", STRANGER, 1);
        }

        assertThat(delays.waits("ann", STRANGER)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void triesWhileOneWaitsAreNotCounted() {
        fail("ann", STRANGER, 5);

        for (int n = 0; n < 100; n++) {
            assertThat(delays.begin("ann", STRANGER)).isPositive();
        }
        clock.add(Duration.ofSeconds(15));

        assertThat(delays.waits("ann", STRANGER)).isZero();
    }

    @Test
    void manyTriesAtTheSameMomentAreNoWayAround() {
        int let = 0;
        for (int n = 0; n < 100; n++) {
            let += delays.begin("ann", STRANGER).isZero() ? 1 : 0;
        }

        assertThat(let).isEqualTo(5);
    }

    @Test
    void aStrangerDelaysNobodyWhoSignsInFromSomewhereElse() {
        fail("ann", STRANGER, 5);

        assertThat(delays.waits("ann", DESK)).isZero();
    }

    @Test
    void aRightPasswordForgetsTheFailuresBeforeIt() {
        fail("ann", DESK, 4);
        succeed("ann", DESK);
        fail("ann", DESK, 4);

        assertThat(delays.waits("ann", DESK)).isZero();
    }

    @Test
    void failuresAreForgottenAfterAQuarterOfAnHour() {
        fail("ann", DESK, 4);
        clock.add(Duration.ofMinutes(15).plusSeconds(1));
        fail("ann", DESK, 1);

        assertThat(delays.waits("ann", DESK)).isZero();
    }

    @Test
    void anAddressThatTriesManyNamesWaitsButNotThoseWhoHaveSignedInThere() {
        succeed("ben", STRANGER);
        for (int n = 0; n < 20; n++) {
            fail("name" + n, STRANGER, 1);
        }

        assertThat(delays.waits("anybody", STRANGER)).isEqualTo(Duration.ofSeconds(60));
        assertThat(delays.waits("ben", STRANGER)).isZero();
        assertThat(delays.waits("anybody", DESK)).isZero();
    }

    @Test
    void oneProgramWithAWrongPasswordDelaysNoOtherAtItsAddress() {
        for (int n = 0; n < 40; n++) {
            clock.add(delays.waits("program", DESK));
            fail("program", DESK, 1);
        }

        assertThat(delays.waits("ann", DESK)).isZero();
    }

    @Test
    void aNameThatIsTriedFromManyAddressesWaitsShortlyButNotWhereItsOwnerWorks() {
        succeed("ann", DESK);
        for (int n = 0; n < 50; n++) {
            fail("ann", "198.51.100." + n, 1);
        }

        assertThat(delays.waits("ann", "198.51.100.200")).isEqualTo(Duration.ofSeconds(30));
        assertThat(delays.waits("ann", DESK)).isZero();

        clock.add(Duration.ofSeconds(30));
        assertThat(delays.waits("ann", "198.51.100.200")).isZero();
    }

    @Test
    void aWaitIsNeverToldTooShort() {
        assertThat(SignInDelays.seconds(Duration.ofMillis(14_001))).isEqualTo(15);
        assertThat(SignInDelays.seconds(Duration.ofSeconds(15))).isEqualTo(15);
    }

    private void fail(String login, String address, int times) {
        for (int n = 0; n < times; n++) {
            assertThat(delays.begin(login, address)).isZero();
            delays.failed(login, address);
        }
    }

    private void succeed(String login, String address) {
        assertThat(delays.begin(login, address)).isZero();
        delays.succeeded(login, address);
    }
}
