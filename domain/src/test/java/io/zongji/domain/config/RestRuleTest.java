package io.zongji.domain.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.agent.AgentState;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestRuleTest {
    private static final StateReason MEAL =
            new StateReason("meal", AgentState.REST, "用餐", "Meal", Duration.ofMinutes(30));

    @Test
    void nothingHasToBeAllowedInANewCompany() {
        assertThat(Settings.DEFAULT.restApproval()).isFalse();
        assertThat(RestRule.hasToBeAllowed(AgentState.IDLE, "meal", company(false)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"IDLE", "OFFERED", "TALKING", "WRAP_UP", "BUSY", "LOST"})
    void aRestHasToBeAllowedWithAReasonAndWithoutAlsoWhenItIsReserved(AgentState state) {
        assertThat(RestRule.hasToBeAllowed(state, "meal", company(true))).isTrue();
        assertThat(RestRule.hasToBeAllowed(state, "", company(true))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGNED_OUT", "REST"})
    void whoIsSignedOutOrAtRestAsksForNothing(AgentState state) {
        assertThat(RestRule.hasToBeAllowed(state, "meal", company(true))).isFalse();
        assertThat(RestRule.mayBeAskedFor(state)).isFalse();
    }

    @Test
    void aReasonThatIsNotSetUpIsRefusedAtOnceInsteadOfAskedFor() {
        assertThat(RestRule.hasToBeAllowed(AgentState.IDLE, "coffee", company(true)))
                .isFalse();
    }

    private static Configuration company(boolean approval) {
        return Configuration.builder()
                .add(MEAL)
                .settings(new Settings(
                        ZoneOffset.UTC,
                        AgentState.IDLE,
                        "zongji",
                        "zh-CN",
                        SkillSignIn.AGENT_DECIDES,
                        AgentState.BUSY,
                        true,
                        approval,
                        true))
                .build();
    }
}
