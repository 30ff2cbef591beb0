package io.zongji.sbb.acd;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.QueueId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.AgentRights;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Settings;
import io.zongji.domain.config.SkillSignIn;
import io.zongji.domain.config.StateReason;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.sbb.events.AgentRequest.Action;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestCheckTest {
    private static final AgentId A1 = new AgentId("a1");

    private static final QueueId SALES = new QueueId("sales");
    private static final List<StateReason> REASONS = List.of(
            new StateReason("meeting", AgentState.BUSY, "会议", "Meeting", Duration.ZERO),
            new StateReason("training", AgentState.BUSY, "培训", "Training", Duration.ZERO),
            new StateReason("meal", AgentState.REST, "用餐", "Meal", Duration.ofHours(1)));

    @ParameterizedTest
    @CsvSource({"BUSY, meeting", "REST, meal", "BUSY, ''", "REST, ''", "SIGN_OUT, anything", "READY, anything"})
    void reasonsThatAreSetUpAndNoneAtAllAreTaken(Action action, String reason) {
        assertThat(refusal(action, reason, true)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"BUSY, coffee, 'meeting, training'", "BUSY, meal, 'meeting, training'", "REST, meeting, meal"})
    void unknownReasonIsRefusedByASentenceThatNamesTheFieldAndWhatIsKnown(Action action, String reason, String known) {
        assertThat(refusal(action, reason, true)).isEqualTo("reason: '" + reason + "' is none of " + known);
    }

    @Test
    void otherQueuesNeedTheRightToThem() {
        assertThat(refusal(Action.CHOOSE_QUEUES, "", true)).isNull();
        assertThat(refusal(Action.CHOOSE_QUEUES, "", false)).isEqualTo("noRightToResetQueues");
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoMayChooseSignsInToChosenQueues(SkillSignIn rule) {
        assertThat(signIn(rule, true, Set.of(SALES)))
                .isEqualTo(rule == SkillSignIn.ALL_AUTOMATIC ? "noRightToChooseQueues" : null);
        assertThat(signIn(rule, false, Set.of(SALES)))
                .isEqualTo(rule == SkillSignIn.ALL_CHOSEN ? null : "noRightToChooseQueues");
        assertThat(signIn(rule, false, null)).isNull();
    }

    private static String signIn(SkillSignIn rule, boolean mayChoose, Set<QueueId> queues) {
        Agent agent = new Agent(
                A1, "a1", "a1", "8001", List.of(), null, false, false, new AgentRights(true, mayChoose, true, false));
        Configuration configuration = Configuration.builder()
                .add(agent)
                .settings(new Settings(
                        ZoneOffset.UTC, AgentState.IDLE, "zongji", "zh-CN", rule, AgentState.IDLE, true, false, true))
                .build();
        return RequestCheck.refusal(new AgentRequest(A1, Action.SIGN_IN, "", queues, refusal -> {}), configuration);
    }

    private static String refusal(Action action, String reason, boolean mayReset) {
        Agent agent = new Agent(
                A1, "a1", "a1", "8001", List.of(), null, false, false, new AgentRights(true, false, mayReset, false));
        Configuration configuration = Configuration.builder()
                .add(agent)
                .add(REASONS.toArray(StateReason[]::new))
                .build();
        Set<QueueId> queues = Set.of(SALES);
        AgentRequest request = new AgentRequest(A1, action, reason, queues, refusal -> {});
        return RequestCheck.refusal(request, configuration);
    }
}
