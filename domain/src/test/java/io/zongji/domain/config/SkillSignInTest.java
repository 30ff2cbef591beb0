package io.zongji.domain.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The enterprise's parameter and the agent's: all combinations. */
class SkillSignInTest {

    @ParameterizedTest
    @CsvSource({
        "AGENT_DECIDES, false, false",
        "AGENT_DECIDES, true, true",
        "ALL_AUTOMATIC, false, false",
        "ALL_AUTOMATIC, true, false",
        "ALL_CHOSEN, false, true",
        "ALL_CHOSEN, true, true"
    })
    void agentsParameterCountsOnlyWhereTheEnterpriseLeavesItToThem(SkillSignIn rule, boolean own, boolean chooses) {
        AgentId id = new AgentId("a1");
        AgentRights rights = new AgentRights(true, own, true, false);
        Agent agent = new Agent(id, "a1", "a1", "8001", List.of(), null, false, false, rights);

        assertThat(rule.chooses(agent)).isEqualTo(chooses);
    }
}
