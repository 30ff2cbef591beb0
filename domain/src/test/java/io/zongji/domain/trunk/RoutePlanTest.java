package io.zongji.domain.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.OutboundRoute;
import io.zongji.domain.config.Trunk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.MutableClock;

class RoutePlanTest {
    private final MutableClock clock = MutableClock.of(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private final TrunkHealth health = new TrunkHealth(clock);
    private final OutboundRoute any = new OutboundRoute("10.0.0.1", List.of(), "");
    private final Configuration configuration = Configuration.builder()
            .add(
                    trunk("third", any.withPriority(3)),
                    trunk("mobile", new OutboundRoute("10.0.0.2", List.of("13"), "").withPriority(1)),
                    trunk("second", any.withPriority(2)),
                    trunk("alsoSecond", any.withPriority(2)),
                    Trunk.byAddress("in", "10.9.9.9"))
            .build();

    @Test
    void trunksThatTakeTheNumberAreTriedByPriorityAndThenInOrderOfSetUp() {
        assertThat(plan("13800001000")).containsExactly("mobile", "second", "alsoSecond", "third");
        assertThat(plan("02012345678")).containsExactly("second", "alsoSecond", "third");
        assertThat(plan("support")).isEmpty();
    }

    @Test
    void whoCallsChoosesAmongTheNumbersOfTheTrunksThatTakeTheCall() {
        Configuration some = Configuration.builder()
                .add(
                        trunk(
                                "any",
                                showing("02087654321", List.of("95001", "95000"))
                                        .withPriority(2)),
                        trunk("mobile", new OutboundRoute("10.0.0.2", List.of("13"), "02087654321")),
                        trunk("silent", any))
                .build();
        assertThat(RoutePlan.callerNumbers(some)).containsExactly("02087654321", "95001", "95000");
        assertThat(RoutePlan.mayShow(some, "02012345678", "95001")).isTrue();
        assertThat(RoutePlan.mayShow(some, "02012345678", "95002")).isFalse();
        assertThat(RoutePlan.mayShow(some, "02012345678", "")).isFalse();
        assertThat(RoutePlan.mayShow(some, "support", "95001")).isFalse();
    }

    private static OutboundRoute showing(String own, List<String> permitted) {
        return new OutboundRoute(
                "10.0.0.1", List.of(), own, permitted, 0, OutboundRoute.USUAL_PATIENCE, Duration.ZERO, null);
    }

    @Test
    void aTrunkThatIsDownIsPassedOverUntilItAnswers() {
        health.failed("second", "no answer");
        assertThat(plan("02012345678")).containsExactly("alsoSecond", "third");
        health.answered("second");
        assertThat(plan("02012345678")).containsExactly("second", "alsoSecond", "third");
    }

    @Test
    void whenAllAreDownAllAreTried() {
        List.of("second", "alsoSecond", "third").forEach(trunk -> health.failed(trunk, "503"));
        assertThat(plan("02012345678")).containsExactly("second", "alsoSecond", "third");
    }

    @Test
    void aTrunkThatNobodyProbesIsTriedAgainAfterARestAndEachFailureBeginsAnotherRest() {
        health.failed("second", "no answer");
        clock.add(TrunkHealth.REST);
        assertThat(plan("02012345678")).startsWith("second");
        health.failed("second", "no answer");
        assertThat(plan("02012345678")).doesNotContain("second");
    }

    @Test
    void aTrunkThatIsProbedComesBackByItsAnswerOnly() {
        Trunk probed = trunk(
                "probed",
                new OutboundRoute(
                        "10.0.0.3", List.of(), "", List.of(), 0, any.patience(), Duration.ofSeconds(5), null));
        health.failed("probed", "no answer");
        clock.add(Duration.ofDays(1));
        assertThat(health.isUsable(probed)).isFalse();
        health.answered("probed");
        assertThat(health.isUsable(probed)).isTrue();
    }

    @Test
    void onlyChangesAreTold() {
        List<String> told = new ArrayList<>();
        health.onChange(state -> told.add(state.trunk() + " " + state.up()));
        health.answered("second");
        health.failed("second", "503");
        health.failed("second", "no answer");
        health.answered("second");
        health.answered("second");
        assertThat(told).containsExactly("second false", "second true");
        assertThat(health.states()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "500, true",
        "503, true",
        "504, true",
        "408, true",
        "401, true",
        "407, true",
        "486, false",
        "404, false",
        "403, false",
        "480, false",
        "600, false",
        "603, false",
        "302, false"
    })
    void onlyTheTrunksOwnFailuresAreTriedElsewhere(int status, boolean elsewhere) {
        assertThat(RoutePlan.isTrunksFault(status)).isEqualTo(elsewhere);
    }

    @ParameterizedTest
    @CsvSource({
        "200, true",
        "404, true",
        "405, true",
        "407, true",
        "501, true",
        "408, false",
        "500, false",
        "503, false"
    })
    void whoeverAnswersAProbeIsThereUnlessItSaysThatItCannot(int status, boolean there) {
        assertThat(RoutePlan.isSignOfLife(status)).isEqualTo(there);
    }

    private static Trunk trunk(String name, OutboundRoute route) {
        return Trunk.byAddress(name, "10.1.1.1").with(route);
    }

    private List<String> plan(String number) {
        return RoutePlan.trunks(configuration, number, health::isUsable).stream()
                .map(Trunk::name)
                .toList();
    }
}
