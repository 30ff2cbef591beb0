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
 */
public record Settings(ZoneId zone, AgentState stateAfterSignIn, String realm, String language) {
    public static final Settings DEFAULT = new Settings(ZoneId.of("Asia/Shanghai"), AgentState.IDLE, "zongji", "zh-CN");

    public Settings {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(realm, "realm");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(stateAfterSignIn, "stateAfterSignIn");
        switch (stateAfterSignIn) {
            case IDLE, WRAP_UP, BUSY -> {}
            default ->
                throw new IllegalArgumentException("stateAfterSignIn: idle, wrap-up or busy, was " + stateAfterSignIn);
        }
    }
}
