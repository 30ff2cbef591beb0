package io.zongji.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.web.call.RestRequests.RestRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class RestRequestsTest {
    private static final AgentId ANN = new AgentId("ann");
    private static final AgentId BOB = new AgentId("bob");

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-03-02T04:00:00Z"), ZoneOffset.UTC);
    private final RestRequests requests = new RestRequests(clock);

    @Test
    void onlyTheFirstDecides() {
        requests.add(ANN, "meal");

        assertThat(requests.end(ANN)).map(RestRequest::reason).contains("meal");
        assertThat(requests.end(ANN)).isEmpty();
        assertThat(requests.open()).isEmpty();
    }

    @Test
    void whoAsksForAnotherRestHasOneRequestAtTheEnd() {
        requests.add(ANN, "meal");
        requests.add(BOB, "");
        clock.add(Duration.ofSeconds(5));
        requests.add(ANN, "tea");

        assertThat(requests.open())
                .containsExactly(
                        new RestRequest(BOB, "", clock.instant().minusSeconds(5)),
                        new RestRequest(ANN, "tea", clock.instant()));
    }

    @Test
    void whatCouldNotBeDoneIsOpenAgainUnlessTheAgentHasAskedAnew() {
        requests.add(ANN, "meal");
        Optional<RestRequest> before = requests.end(ANN);
        requests.reopen(before.orElseThrow());
        assertThat(requests.open()).extracting(RestRequest::reason).containsExactly("meal");

        requests.add(ANN, "tea");
        requests.reopen(before.orElseThrow());
        assertThat(requests.open()).extracting(RestRequest::reason).containsExactly("tea");
    }

    @Test
    void thoseWhoMayNotAskAnyMoreAreForgotten() {
        requests.add(ANN, "meal");
        requests.add(BOB, "");

        requests.keep(BOB::equals);
        assertThat(requests.open()).extracting(RestRequest::agent).containsExactly(BOB);
    }
}
