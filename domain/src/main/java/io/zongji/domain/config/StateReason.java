package io.zongji.domain.config;

import io.zongji.domain.agent.AgentState;
import java.time.Duration;
import java.util.Objects;

/**
 * Why an agent takes no calls: one of those that the administrator has set up for agents to choose from.
 *
 * @param code    for the journal, reports and requests
 * @param use     busy or rest: the state that it is a reason for
 * @param chinese for screens
 * @param english for screens
 * @param limit   after which a rest ends by itself; zero for none. Always zero of busy
 */
public record StateReason(String code, AgentState use, String chinese, String english, Duration limit) {
    public StateReason {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(chinese, "chinese");
        Objects.requireNonNull(english, "english");
        if (use != AgentState.BUSY && use != AgentState.REST) {
            throw new IllegalArgumentException("reason " + code + ": for busy or rest, was " + use);
        }
        if (limit.isNegative() || use == AgentState.BUSY && !limit.isZero()) {
            throw new IllegalArgumentException("reason " + code + ": only a rest has a limit, was " + limit);
        }
    }

    /**
     * The name in a reader's language.
     *
     * @param language a BCP 47 tag
     */
    public String name(String language) {
        return language.startsWith("zh") ? chinese : english;
    }
}
