package io.zongji.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Queue;
import io.zongji.domain.config.QueueMembership;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.live.LiveBoard;
import io.zongji.store.entity.PortalRole;
import io.zongji.web.SignedInUser;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {
    private static final AgentId ANN = new AgentId("ann");
    private static final AgentId BOB = new AgentId("bob");
    private static final AgentId EVE = new AgentId("eve");
    private static final CallId CALL = new CallId("01M7Y6YSQY5T7TKH7PJGBDHQK5");
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private final Configuration configuration = Configuration.builder()
            .add(Queue.usual(new QueueId("support"), "Support"), Queue.usual(new QueueId("sales"), "Sales"))
            .add(agent(ANN, "support"), agent(BOB, "support", "sales"), agent(EVE, "sales"))
            .build();
    private int told;

    @ParameterizedTest
    @ValueSource(strings = {PortalRole.SUPERVISOR, PortalRole.ADMINISTRATOR})
    void supervisorsLookAfterEverybody(String role) {
        Team team = team(null, role);

        assertThat(Stream.of(ANN, BOB, EVE)).allMatch(team::includes);
        assertThat(team.includes(new QueueId("sales"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {PortalRole.AGENT, PortalRole.INSPECTOR})
    void allOthersLookAfterNobody(String role) {
        Team team = team("ann", role);

        assertThat(Stream.of(ANN, BOB, EVE)).noneMatch(team::includes);
        assertThat(team.includes(new QueueId("support"))).isFalse();
    }

    @Test
    void anAgentWhoLeadsLooksAfterTheOwnQueues() {
        Team team = team("ann", PortalRole.AGENT, PortalRole.SUPERVISOR);

        assertThat(team.includes(BOB)).isTrue();
        assertThat(team.includes(EVE)).isFalse();
        assertThat(team.includes(new QueueId("support"))).isTrue();
        assertThat(team.includes(new QueueId("sales"))).isFalse();
    }

    @Test
    void whoeverIsNotSetUpIsInNoTeamOfALeader() {
        assertThat(team("ann", PortalRole.AGENT, PortalRole.SUPERVISOR).includes(new AgentId("gone")))
                .isFalse();
    }

    @Test
    void aLeaderAnswersForACallThatSomebodyElseMadeToOneOfTheTeamForAsLongAsThatOneIsInIt() {
        Team team = team("ann", PortalRole.AGENT, PortalRole.SUPERVISOR);
        LiveBoard board = new LiveBoard(configuration, Clock.fixed(NOON, ZoneOffset.UTC));
        tell(
                board,
                CallEventType.SERVICE_INITIATED,
                1,
                Map.of("role", "agent", "agent", "eve", "direction", "internal"));
        assertThat(team.answersFor(board.call(CALL).orElseThrow())).isFalse();

        tell(board, CallEventType.SERVICE_INITIATED, 2, Map.of("role", "caller", "agent", "bob"));
        assertThat(team.answersFor(board.call(CALL).orElseThrow())).isTrue();

        tell(board, CallEventType.CONNECTION_CLEARED, 2, Map.of());
        assertThat(team.answersFor(board.call(CALL).orElseThrow())).isFalse();
    }

    private void tell(LiveBoard board, CallEventType type, int leg, Map<String, String> data) {
        board.accept(new CallEvent(CALL, ++told, type, NOON, LegId.of(CALL, leg), data));
    }

    private Team team(String agent, String... roles) {
        return Team.of(new SignedInUser("x", "X", agent, Set.of(roles), ""), configuration);
    }

    private static Agent agent(AgentId id, String... queues) {
        return new Agent(
                id,
                id.value(),
                id.value(),
                "8" + id.value(),
                Stream.of(queues)
                        .map(queue -> new QueueMembership(new QueueId(queue), 1))
                        .toList(),
                null,
                false);
    }
}
