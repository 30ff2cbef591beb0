package io.zongji.web.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.QueueId;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Queue;
import io.zongji.domain.config.QueueMembership;
import io.zongji.store.entity.PortalRole;
import io.zongji.web.SignedInUser;
import io.zongji.web.call.Team;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may read what was written to others. */
class AudienceTest {
    private static final QueueId SUPPORT = new QueueId("support");
    private static final QueueId SALES = new QueueId("sales");
    private static final AgentId ANN = new AgentId("ann");
    private static final AgentId EVE = new AgentId("eve");

    private final Configuration configuration = Configuration.builder()
            .add(Queue.usual(SUPPORT, "Support"), Queue.usual(SALES, "Sales"))
            .add(agent(ANN, SUPPORT), agent(EVE, SALES))
            .build();
    private final Team leader = team("ann", PortalRole.AGENT, PortalRole.SUPERVISOR);
    private final Team supervisor = team(null, PortalRole.SUPERVISOR);

    private static Agent agent(AgentId id, QueueId queue) {
        return new Agent(
                id, id.value(), id.value(), "8" + id.value(), List.of(new QueueMembership(queue, 1)), null, false);
    }

    private Team team(String agent, String... roles) {
        return Team.of(new SignedInUser("user", "User", agent, Set.of(roles), ""), configuration);
    }

    private boolean isWithin(Team team, String words) {
        return Audience.of(words).isWithin(team, configuration);
    }

    @Test
    void aLeaderReadsWhatIsForTheOwnTeam() {
        assertThat(isWithin(leader, "agent ann")).isTrue();
        assertThat(isWithin(leader, "queue support")).isTrue();
    }

    @Test
    void aLeaderDoesNotReadWhatIsForOtherTeams() {
        assertThat(isWithin(leader, "agent eve")).isFalse();
        assertThat(isWithin(leader, "queue sales")).isFalse();
        assertThat(isWithin(leader, "all")).isFalse();
    }

    @Test
    void aSupervisorReadsEverything() {
        assertThat(isWithin(supervisor, "agent eve")).isTrue();
        assertThat(isWithin(supervisor, "queue sales")).isTrue();
        assertThat(isWithin(supervisor, "all")).isTrue();
    }

    @Test
    void theDatabaseKeepsWhomItIsFor() {
        assertThat(Audience.of(new Audience(EVE, null).words())).isEqualTo(new Audience(EVE, null));
        assertThat(Audience.of(new Audience(null, SALES).words())).isEqualTo(new Audience(null, SALES));
        assertThat(Audience.of(new Audience(null, null).words())).isEqualTo(new Audience(null, null));
    }
}
