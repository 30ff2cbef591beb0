package io.zongji.domain.config;

import io.zongji.domain.agent.AgentState;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What holds for the whole enterprise.
 *
 * @param zone             the time zone of working hours and of "today"
 * @param stateAfterSignIn idle, wrap-up or busy
 * @param realm            of SIP digest authentication
 * @param language         default of prompts, a BCP 47 tag
 * @param skillSignIn      whether agents choose their queues when they sign in
 * @param stateAfterRest   idle or busy: where a rest leads whose time is over
 * @param resetQueues      whether new agents may change their queues while signed in
 * @param restApproval     whether an agent's rest has to be allowed by somebody who looks after the agent
 * @param confirmOutside   whether an agent's phone outside has to confirm a call by a key, so that no voicemail takes it
 */
public record Settings(
        ZoneId zone,
        AgentState stateAfterSignIn,
        String realm,
        String language,
        SkillSignIn skillSignIn,
        AgentState stateAfterRest,
        boolean resetQueues,
        boolean restApproval,
        boolean confirmOutside) {
    public static final Settings DEFAULT = new Settings(
            ZoneId.of("Asia/Shanghai"),
            AgentState.IDLE,
            "zongji",
            "zh-CN",
            SkillSignIn.AGENT_DECIDES,
            AgentState.BUSY,
            true,
            false,
            true);

    public Settings {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(realm, "realm");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(skillSignIn, "skillSignIn");
        Objects.requireNonNull(stateAfterSignIn, "stateAfterSignIn");
        switch (stateAfterSignIn) {
            case IDLE, WRAP_UP, BUSY -> {}
            default ->
                throw new IllegalArgumentException("stateAfterSignIn: idle, wrap-up or busy, was " + stateAfterSignIn);
        }
        if (stateAfterRest != AgentState.IDLE && stateAfterRest != AgentState.BUSY) {
            throw new IllegalArgumentException("stateAfterRest: idle or busy, was " + stateAfterRest);
        }
    }
}
