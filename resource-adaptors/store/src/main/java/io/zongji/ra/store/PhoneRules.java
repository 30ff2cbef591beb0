package io.zongji.ra.store;

import io.zongji.domain.phone.PhoneTokens;
import java.time.Duration;
import java.util.Objects;

/**
 * How phones are let in, and how it is found out that they are gone.
 *
 * @param tokens     by which phones in pages register
 * @param returnTime how long a call waits for a page that was lost in it
 * @param probe      how often the phone of a signed-in agent is asked whether it is there; zero for never
 * @param codes      does what is asked for by dialling a code
 */
public record PhoneRules(PhoneTokens tokens, Duration returnTime, Duration probe, AgentCodes codes) {
    public PhoneRules {
        Objects.requireNonNull(tokens, "tokens");
        Objects.requireNonNull(codes, "codes");
        if (returnTime.isNegative()) {
            throw new IllegalArgumentException("zongji.phone.return.seconds: 0 or more, was " + returnTime);
        }
        if (probe.isNegative()) {
            throw new IllegalArgumentException("zongji.phone.probe.seconds: 0 or more, was " + probe);
        }
    }
}
